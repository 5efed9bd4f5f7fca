// Cards of the second factor: the offer to set one up, its secret with the first code, and the recovery codes.

import { type Button, type Card, type Field, type Node, type Sample, say } from './kit/index.ts'

/** The field for a code; a recovery code fits as well. */
export const CODE_FIELD: Field = {
  field: 'line',
  name: 'code',
  label: say('动态验证码', 'Code'),
  placeholder: say('6 位验证码，或恢复码', '6 digits, or a recovery code'),
  required: true,
  maxLength: 20,
}

/** What a second factor is for, and the way to one; who has one proves it before it is replaced. */
export function offerFactorCard(offer: { readonly replaces: boolean; readonly start: Button }): Card {
  const title = say('二次验证', 'Second factor')
  const text = offer.replaces
    ? say(
        '您已启用二次验证。如需更换设备，请输入当前验证码；旧设备随即失效。',
        'Your second factor is on. To move to another device enter a current code; the old device stops working at once.',
      )
    : say(
        '查看全部号码、导出客户等敏感操作需要二次验证。请先在手机上安装任一身份验证器（TOTP）。',
        'Sensitive acts such as seeing full numbers or exporting customers need a second factor. Install any authenticator app (TOTP) first.',
      )
  return {
    heading: { title, tone: 'info' },
    summary: title,
    nodes: [
      { node: 'text', text },
      offer.replaces
        ? { node: 'form', name: 'stepup', fields: [CODE_FIELD], buttons: [offer.start] }
        : { node: 'buttons', buttons: [offer.start] },
    ],
  }
}

/** A secret as it is shown once. */
export interface ShownSecret {
  readonly secret: string
  /** The address by which an authenticator takes the secret over. */
  readonly address: string
  /** The address as a QR code: base64 of a GIF. */
  readonly picture: string
}

/** The secret, shown once, and the form for the first code. Without the secret: the card as it is kept. */
export function confirmFactorCard(factor: {
  readonly shown: ShownSecret | null
  readonly submit: Button
}): Card {
  const title = say('设置二次验证', 'Set up the second factor')
  const secret: readonly Node[] =
    factor.shown === null
      ? [{ node: 'text', text: say('密钥只显示一次。', 'The key is shown once only.'), tone: 'muted' }]
      : secretNodes(factor.shown)
  return {
    heading: { title, tone: 'info' },
    summary: title,
    nodes: [...secret, { node: 'form', name: 'stepup', fields: [CODE_FIELD], buttons: [factor.submit] }],
  }
}

function secretNodes({ secret, address, picture }: ShownSecret): readonly Node[] {
  return [
    { node: 'picture', bytes: picture, alt: say('二次验证的二维码', 'QR code of the second factor') },
    {
      node: 'text',
      text: say(
        '用验证器扫描二维码。验证器在同一部手机上时，选择“手动输入密钥”（基于时间），输入：',
        'Scan the QR code with your authenticator. If it is on this very phone, choose “enter a key” (time-based) and enter:',
      ),
    },
    { node: 'text', text: secret, size: 'large' },
    { node: 'quote', text: address },
    {
      node: 'text',
      text: say(
        '然后输入验证器显示的 6 位验证码。密钥只显示这一次。',
        'Then enter the 6 digits that it shows. The key is shown this once only.',
      ),
      tone: 'muted',
      size: 'small',
    },
  ]
}

/** The factor is on; its recovery codes, shown once. Without them: the card as it is kept. */
export function factorReadyCard(recovery: readonly string[] | null): Card {
  const title = say('二次验证已启用', 'The second factor is on')
  return {
    heading: { title, tone: 'good' },
    summary: title,
    nodes:
      recovery === null
        ? [{ node: 'text', text: say('恢复码只显示一次。', 'Recovery codes are shown once only.') }]
        : [
            {
              node: 'text',
              text: say(
                '请立即保存恢复码。手机丢失时每个可用一次，只显示这一次：',
                'Keep these recovery codes now. Each works once should you lose your phone; they are not shown again:',
              ),
            },
            { node: 'quote', text: recovery.join('\n') },
          ],
  }
}

// The sample's address as a QR code, one bit a pixel.
const SAMPLE_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAACkAAAApAQAAAACAGz1bAAAA/UlEQVR42mP4DwINDFipDxKnp7A3MHy/Vxj7vYHhS8QzXvEGhi8h' +
  'n+aCqFCXo+INDN9v/v/7vYHhg2hoCHsDw//fdfX/Gxg+dzpPt29g+Px27h3+BoZ/Upoz+RsY/j65fg/EO3n8yPMGhl8rw55Ob2D4' +
  'HbhQ7HwDw8/PqQ/FGxh+tzu/rm9g+FF8pgGk5DZXg3gDw7dH/1PuNzB8PnRZWr+B4UumnV9+A8MX7ue1+Q0M376m/nBvYPjEo3vA' +
  'voHh/+dLz80bGD4IpLPqNzB8v3D8eXwDw5eo5xPqGxi+RBt8tm9g+BLzRL28geH7dR3/+Q0MH4T9E9fj8DuEAgCGuaBEgTdCfgAA' +
  'AABJRU5ErkJggg=='

const tap = (label: Button['label']): Button => ({
  label,
  press: { action: 'sample', input: {} },
  tone: 'primary',
})

export const samples: readonly Sample[] = [
  {
    name: 'second factor offered',
    card: offerFactorCard({ replaces: false, start: tap(say('开始设置', 'Set up')) }),
  },
  {
    name: 'second factor replaced',
    card: offerFactorCard({ replaces: true, start: tap(say('开始设置', 'Set up')) }),
  },
  {
    name: 'second factor secret',
    card: confirmFactorCard({
      shown: {
        secret: 'JBSW Y3DP EHPK 3PXP',
        address: 'otpauth://totp/Larkspur:%E7%8E%8B%E6%95%8F?secret=JBSWY3DPEHPK3PXP',
        picture: SAMPLE_PICTURE,
      },
      submit: tap(say('确认启用', 'Confirm')),
    }),
  },
  { name: 'recovery codes', card: factorReadyCard(['7KQ2M-9XWPA', 'B4TNE-H2V6C']) },
]
