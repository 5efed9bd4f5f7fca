// What a press does: call the bot back with an object, or open a link.

import { isRecord } from '../json.ts'
import { anyObject, type Kind, list, oneOf, record, required, wrong } from './kinds.ts'
import { link } from './look-kinds.ts'

const callback = record({ type: required(oneOf('callback')), value: required(anyObject) })
const openUrl = record({
  type: required(oneOf('open_url')),
  default_url: link,
  pc_url: link,
  ios_url: link,
  android_url: link,
})

const behavior: Kind = (value, path, walk) => {
  const type = isRecord(value) ? value['type'] : undefined
  if (type === 'callback') callback(value, path, walk)
  else if (type === 'open_url') openUrl(value, path, walk)
  else throw wrong(value, 'a callback or an open_url', path)
}

/** One or several behaviours. */
export const behaviors = list(behavior, { least: 1 })
