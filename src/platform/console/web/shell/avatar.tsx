// A round picture with the initial of a name, in a colour that stays with the name.

const hues = [
  'blue',
  'turquoise',
  'orange',
  'violet',
  'green',
  'carmine',
  'indigo',
  'wathet',
  'purple',
  'red',
]

interface Props {
  readonly name: string
  readonly size?: 'tiny' | 'extra_small' | 'small' | 'medium' | 'large'
  /** Said aloud where no name stands beside the picture. */
  readonly label?: string
}

function toHue(name: string): string {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return hues[sum % hues.length] ?? 'blue'
}

/** Chinese names go by their last character, as the client does; others by their first. */
function toInitial(name: string): string {
  const characters = [...name.trim()]
  const isChinese = /\p{Script=Han}/u.test(name)
  return ((isChinese ? characters.at(-1) : characters[0]) ?? '?').toUpperCase()
}

export function Avatar({ name, size = 'medium', label }: Props) {
  const hue = toHue(name)
  const style = { '--avatar-hue': `var(--hue-${hue})`, '--avatar-chroma': `var(--chroma-${hue})` }
  const said =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)
  return (
    <span class={`avatar size-${size}`} style={style} {...said}>
      {toInitial(name)}
    </span>
  )
}

/** The picture of the bot. */
export function BotAvatar({ size = 'medium' }: { readonly size?: Props['size'] }) {
  return (
    <span class={`avatar is-bot size-${size}`} aria-hidden="true">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        {[0, 72, 144, 216, 288].map((turn) => (
          <ellipse key={turn} cx="16" cy="9.6" rx="3.1" ry="4.6" transform={`rotate(${turn} 16 16)`} />
        ))}
        <circle cx="16" cy="16" r="2.1" />
      </svg>
    </span>
  )
}
