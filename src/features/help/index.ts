// help: what the bot can do for this person. Made from the other features, which are passed in, so the list is complete
// and nothing has to be written twice.

import { z } from 'zod'
import { helpCard } from '../../../cards/help.ts'
import { type BothLanguages, type Button, say } from '../../../cards/kit/index.ts'
import type { Role } from '../../core/actor.ts'
import { type AnyCapability, defineCapability, type Feature } from '../../core/capability.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Intent } from '../../understand/frame.ts'

const SENTENCES = 5

const ROLES: Readonly<
  Record<
    Role,
    { readonly title: BothLanguages; readonly first: readonly Intent[]; readonly note: BothLanguages }
  >
> = {
  rm: {
    title: say('客户经理', 'Relationship manager'),
    first: ['followup.log', 'customer.find', 'task.list', 'opportunity.list', 'digest.show'],
    note: say(
      '您看到和修改的是自己的客户。发“撤销”可以取消上一步。',
      'You see and change your own customers. Write “undo” to take the last step back.',
    ),
  },
  supervisor: {
    title: say('团队主管', 'Team supervisor'),
    first: ['approval.list', 'digest.show', 'customer.search', 'opportunity.list', 'customer.assign'],
    note: say(
      '您看到和修改的是本团队的客户。发“撤销”可以取消上一步。',
      "You see and change your team's customers. Write “undo” to take the last step back.",
    ),
  },
  head: {
    title: say('行长', 'Head'),
    first: ['customer.find', 'customer.search', 'opportunity.list', 'ticket.list', 'digest.show'],
    note: say(
      '您可以查看管辖范围内的全部数据，不能修改。',
      'You read everything in your scope and change nothing.',
    ),
  },
  administrator: {
    title: say('管理员', 'Administrator'),
    first: ['settings.show', 'settings.update'],
    note: say(
      '您管理人员和设置，看不到客户数据。员工绑定、冻结等用 npm run admin。',
      'You manage people and settings and see no customer data. Binding and freezing are done with npm run admin.',
    ),
  },
  auditor: {
    title: say('审计', 'Auditor'),
    first: ['settings.show', 'settings.update'],
    note: say(
      '您可以查看审计记录，看不到客户数据，不能修改。',
      'You read the audit trail, see no customer data and change nothing.',
    ),
  },
}

/** Makes the feature of help over the given features. */
export function defineHelp(features: readonly Feature<Turn>[]): Feature<Turn> {
  const capability = defineCapability({
    intent: 'help',
    summary: say('看帮助', 'Show this help'),
    examples: { zh: ['帮助'], en: ['help'] },
    access: {
      mode: 'read',
      roles: ['rm', 'supervisor', 'head', 'administrator', 'auditor'],
      whileFrozen: true,
    },
    input: z.object({}),
    run: async (turn: Turn) => {
      const usable = capabilities.filter(({ access }) => access.roles.includes(turn.actor.role))
      const { title, note } = ROLES[turn.actor.role]
      const card = helpCard({
        role: title,
        note,
        sentences: sentencesFor(turn, usable),
        capabilities: usable.map(({ summary, examples }) => ({
          summary,
          example: say(`“${examples.zh[0] ?? ''}”`, `“${examples.en[0] ?? ''}”`),
        })),
      })
      return { kind: 'card', card }
    },
  })
  const capabilities: readonly AnyCapability<Turn>[] = [
    ...features.flatMap((feature) => feature.capabilities),
    capability,
  ]
  return { name: 'help', capabilities: [capability], actions: [] }
}

/** Five sentences: of the intents that matter first to the role, then further ones of whatever it may use. */
function sentencesFor(turn: Turn, usable: readonly AnyCapability<Turn>[]): Button[] {
  const { first } = ROLES[turn.actor.role]
  const rank = ({ intent }: AnyCapability<Turn>) => {
    const place = first.indexOf(intent)
    return place < 0 ? first.length : place
  }
  const sorted = usable.toSorted((a, b) => rank(a) - rank(b))
  const examples = [0, 1, 2].flatMap((place) =>
    sorted.flatMap(({ examples: given }) => given[turn.language].slice(place, place + 1)),
  )
  return [...new Set(examples)].slice(0, SENTENCES).map(sayButton)
}
