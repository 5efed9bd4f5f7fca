// Cards about people themselves: binding an account to an employee, the welcome after it, personal settings.

import { type Button, type Card, type Option, type Press, type Sample, say, type Words } from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** The only card that somebody without a place in the bank ever gets (S1). */
export function bindingCard(submit: Button): Card {
  return {
    heading: { title: say('绑定员工账号', 'Bind your employee account'), tone: 'info' },
    summary: say('绑定员工账号', 'Bind your employee account'),
    nodes: [
      {
        node: 'text',
        text: say(
          '这个账号还没有绑定员工。请输入工号和管理员发给您的一次性验证码（10 分钟内有效）。',
          'This account is not bound to an employee yet. Please enter your employee number and the one-time code from your administrator (valid for 10 minutes).',
        ),
      },
      {
        node: 'form',
        name: 'binding',
        fields: [
          {
            field: 'line',
            name: 'number',
            label: say('工号', 'Employee number'),
            required: true,
            maxLength: 40,
          },
          {
            field: 'line',
            name: 'code',
            label: say('一次性验证码', 'One-time code'),
            required: true,
            maxLength: 20,
          },
        ],
        buttons: [submit],
      },
    ],
  }
}

/** The account is bound; from here on it is an employee's. */
export function boundCard(buttons: readonly Button[]): Card {
  return noticeCard({
    title: say('绑定成功', 'You are bound'),
    text: say(
      '欢迎使用。直接发一句话就可以开始工作，例如：',
      'Welcome. Just write a sentence to begin, for instance:',
    ),
    tone: 'good',
    buttons,
  })
}

/** Personal settings, each changed by one pick. */
export function settingsCard(settings: {
  readonly language: string
  readonly alwaysConfirm: string
  readonly languages: readonly Option[]
  readonly pickLanguage: Press
  readonly toggleConfirm: Button
  readonly more: readonly Button[]
  readonly facts: readonly { readonly label: Words; readonly value: Words }[]
}): Card {
  const languageWords =
    settings.languages.find(({ value }) => value === settings.language)?.label ??
    say('跟随消息', 'As you write')
  const confirmWords = settings.alwaysConfirm === 'on' ? say('开', 'on') : say('关', 'off')
  return {
    heading: { title: say('我的设置', 'My settings'), tone: 'info' },
    summary: say('我的设置', 'My settings'),
    nodes: [
      {
        node: 'facts',
        facts: [
          ...settings.facts,
          { label: say('语言', 'Language'), value: languageWords },
          { label: say('总是先确认', 'Always ask first'), value: confirmWords },
        ],
      },
      {
        node: 'text',
        text: say(
          '打开“总是先确认”后，每次保存之前都会先问您。',
          'With “always ask first” on, you are asked before anything is saved.',
        ),
        tone: 'muted',
        size: 'small',
      },
      {
        node: 'select',
        name: 'language',
        placeholder: say('选择语言', 'Choose a language'),
        options: settings.languages,
        press: settings.pickLanguage,
      },
      { node: 'buttons', buttons: [settings.toggleConfirm, ...settings.more] },
    ],
  }
}

const press = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })

export const samples: readonly Sample[] = [
  { name: 'bind an account', card: bindingCard({ ...press(say('提交', 'Submit')), tone: 'primary' }) },
  { name: 'account is bound', card: boundCard([press(say('帮助', 'help'))]) },
  {
    name: 'settings',
    card: settingsCard({
      language: 'zh',
      alwaysConfirm: 'off',
      languages: [
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ],
      pickLanguage: { action: 'sample', input: {} },
      toggleConfirm: press(say('打开总是先确认', 'Always ask first')),
      more: [press(say('请假与代理', 'Leave and deputy'))],
      facts: [{ label: say('姓名', 'Name'), value: '王敏' }],
    }),
  },
]
