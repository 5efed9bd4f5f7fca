// Personal settings: shown, and changed by a sentence or a button. The language is that of files and plain texts, because
// cards go out in both; 总是先确认 asks before every write (D1).

import { z } from 'zod'
import { type BothLanguages, type Option, say } from '../../../cards/kit/index.ts'
import { settingsCard } from '../../../cards/people.ts'
import { type Access, defineAction, defineCapability, type Feature } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { openAbsences } from '../absences/index.ts'
import { readSettings, type Settings, writeSettings } from './store.ts'

const EVERYBODY = ['rm', 'supervisor', 'head', 'administrator', 'auditor'] as const
const READ: Access = { mode: 'read', roles: EVERYBODY }
// One's own settings are no data of the bank: reading roles change them as well.
const WRITE: Access = { mode: 'write', roles: EVERYBODY }

const LANGUAGES: readonly Option[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
  { value: 'auto', label: say('跟随消息', 'As you write') },
]
/** Those whose work somebody else can take over. */
const MAY_BE_AWAY: ReadonlySet<Turn['actor']['role']> = new Set(['rm', 'supervisor', 'head'])

const ROLE_WORDS: Readonly<Record<Turn['actor']['role'], BothLanguages>> = {
  rm: say('客户经理', 'Relationship manager'),
  supervisor: say('团队主管', 'Team supervisor'),
  head: say('行长', 'Head'),
  administrator: say('管理员', 'Administrator'),
  auditor: say('审计', 'Auditor'),
}

const pickLanguage = defineAction({
  name: 'settings.language',
  access: WRITE,
  input: z.object({}),
  run: (turn: Turn, _, { form }) => change(turn, readChange('language', String(form['option'] ?? ''))),
})

const toggleConfirm = defineAction({
  name: 'settings.confirm',
  access: WRITE,
  input: z.object({ on: z.boolean() }),
  run: (turn: Turn, { on }) => change(turn, { alwaysConfirm: on }),
})

const show = defineCapability({
  intent: 'settings.show',
  summary: say('看我的设置', 'Show my settings'),
  examples: { zh: ['我的设置', '看看我的偏好设置'], en: ['my settings', 'show my preferences'] },
  access: READ,
  input: z.object({}),
  run: (turn: Turn) => showSettings(turn),
})

const update = defineCapability({
  intent: 'settings.update',
  summary: say('改设置：语言、总是先确认', 'Change settings: language, always ask first'),
  examples: { zh: ['总是先确认', '语言改成英文'], en: ['always ask first', 'set language to English'] },
  access: WRITE,
  input: z.object({ key: z.string().max(60), value: z.union([z.string().max(60), z.boolean()]).optional() }),
  run: (turn: Turn, { key, value }) => change(turn, readChange(key, value ?? true)),
})

/** What a key and a value mean. @throws Refusal invalid where they mean nothing */
function readChange(key: string, value: string | boolean): Partial<Settings> {
  const isLanguage = /语言|language/i.test(key)
  if (isLanguage) {
    const language = readLanguage(String(value))
    if (language !== undefined) return { language }
  }
  if (!isLanguage && /确认|confirm|ask/i.test(key))
    return { alwaysConfirm: !/^(false|off|no|否|关|关闭|不要?|不用|取消)$/i.test(String(value)) }
  throw new Refusal(
    'invalid',
    say(
      '没有认出这项设置，没有改动。可以设置：语言、总是先确认。',
      'I do not know this setting; nothing was changed. You can set: language, always ask first.',
    ),
  )
}

function readLanguage(said: string): Settings['language'] | undefined {
  if (/^(zh|中文|汉语|简体中文|chinese)$/i.test(said.trim())) return 'zh'
  if (/^(en|英文|英语|english)$/i.test(said.trim())) return 'en'
  return /^(auto|自动|跟随消息)$/i.test(said.trim()) ? null : undefined
}

async function change(turn: Turn, wanted: Partial<Settings>): Promise<CardOutcome> {
  await writeSettings(turn, wanted)
  const outcome = await showSettings(turn)
  return { ...outcome, toast: { tone: 'success', text: say('已保存', 'Saved') } }
}

async function showSettings(turn: Turn): Promise<CardOutcome> {
  const { language, alwaysConfirm } = await readSettings(turn)
  const card = settingsCard({
    language: language ?? 'auto',
    alwaysConfirm: alwaysConfirm ? 'on' : 'off',
    languages: LANGUAGES,
    pickLanguage: pickLanguage.press({}),
    toggleConfirm: toggleConfirm.button(
      alwaysConfirm
        ? say('关闭“总是先确认”', 'Stop asking first')
        : say('打开“总是先确认”', 'Always ask first'),
      { on: !alwaysConfirm },
    ),
    more: MAY_BE_AWAY.has(turn.actor.role)
      ? [openAbsences.button(say('请假与代理', 'Leave and deputy'), {})]
      : [],
    facts: [
      { label: say('姓名', 'Name'), value: turn.actor.name },
      { label: say('角色', 'Role'), value: ROLE_WORDS[turn.actor.role] },
    ],
  })
  return { kind: 'card', card }
}

export const settings: Feature<Turn> = {
  name: 'settings',
  capabilities: [show, update],
  actions: [pickLanguage, toggleConfirm],
}
