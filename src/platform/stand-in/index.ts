// The stand-in of the Lark open platform, as the demo's app and the tests see it.

export { findReaders } from './api/read-users.ts'
export { type CardFacts, checkCard } from './card-checker/index.ts'
export type { StandInChat, StandInGroup } from './chats.ts'
export { clickAsPerson } from './client/click.ts'
export {
  editAsPerson,
  openAsPerson,
  pickMenuAsPerson,
  readAsPerson,
  recallAsPerson,
  sayAsPerson,
  sendFileAsPerson,
} from './client/client.ts'
export { ClientError, type ClientErrorReason } from './client/client-error.ts'
export { isVisible } from './client/visibility.ts'
export { deliverTo } from './courier/transport.ts'
export { readJson } from './json.ts'
export { attachLongConnection } from './long-connection/attach.ts'
export type { Change, KeptMessage } from './memory/entries.ts'
export type { StandInPerson } from './people.ts'
export type { Platform } from './platform.ts'
export { createStandIn, type StandIn, type StandInOptions } from './stand-in.ts'
