// What every normaliser is told about the event around its body, and the forms that bodies share.

import { z } from 'zod'
import type { Account } from '../../../core/actor.ts'
import type { Inbound } from '../../../core/inbound.ts'
import type { Result } from '../../../core/result.ts'

/** The envelope around an event's body. */
export interface About {
  /** The event's own id. */
  readonly id: string
  readonly happenedAt: Date
  /** The company in which it happened. */
  readonly tenant: string | null
  /** The bot's own account, once it is known. */
  readonly botAccount: string | null
}

/** What became of an event: something for the bot, nothing for it (null), or no body that can be read. */
export type Normalised = Result<Inbound | null, 'malformed'>

/** Turns one kind of event into our own words. Never throws. */
export type Normaliser = (event: unknown, about: About) => Normalised

/** An id that must be there. The envelope was signed, so its length is the platform's affair. */
export const Id = z.string()

/** An id that the platform leaves out, empties or nulls where the application may not see it. */
export const MaybeId = z.string().nullish()

/** The three ids of a person; only the first is always there. */
export const Ids = z.object({ open_id: z.string().min(1), union_id: MaybeId, user_id: MaybeId })

/** A person as the core knows one. */
export function toAccount(ids: z.infer<typeof Ids>): Account {
  return {
    account: ids.open_id,
    ...(ids.union_id ? { unionAccount: ids.union_id } : {}),
    ...(ids.user_id ? { userAccount: ids.user_id } : {}),
  }
}

/** Makes a normaliser from the form of a body and what to make of it. */
export function defineNormaliser<Body>(
  form: z.ZodType<Body>,
  toInbound: (body: Body, about: About) => Inbound | null,
): Normaliser {
  return (event, about) => {
    const body = form.safeParse(event)
    return body.success
      ? { ok: true, value: toInbound(body.data, about) }
      : { ok: false, reason: 'malformed' }
  }
}
