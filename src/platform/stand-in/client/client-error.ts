// A thing that the platform's client would not let a person do. Never reaches the bot.

/** Why the client refuses. */
export type ClientErrorReason =
  | 'person_unknown'
  | 'chat_unknown'
  | 'not_a_member'
  | 'message_unknown'
  | 'element_unknown'
  | 'element_disabled'
  | 'field_unknown'
  | 'field_required'
  | 'value_not_offered'
  | 'too_long'
  | 'not_yours'
  | 'expired'

/** Thrown for such a thing; `detail` names what is meant. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly reason: ClientErrorReason
  readonly detail: string

  constructor(reason: ClientErrorReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}
