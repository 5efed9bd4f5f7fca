import { describe, expect, it } from 'vitest'
import type { Inbound } from '../../../../src/core/inbound.ts'
import { EVENT_TYPES } from '../../../../src/platform/lark/normalise/index.ts'
import { toInstant } from '../../../../src/platform/lark/normalise/instant.ts'
import { NOW } from '../fixtures/app.ts'
import { envelope, events, type Json, userUpdated } from '../fixtures/events.ts'
import { letter, receive } from '../fixtures/letter.ts'

const person = { account: 'ou_person1', unionAccount: 'on_person1', userAccount: 'emp-1' }

function read(event: Json): Inbound {
  const received = receive(letter(event))
  if (received.kind !== 'inbound') throw new Error(JSON.stringify(received))
  return received.inbound
}

describe('an event', () => {
  it('of an opened chat names the chat', () => {
    expect(read(events.chatEntered)).toMatchObject({
      kind: 'opened',
      conversation: 'oc_private1',
      sender: person,
    })
  })

  it('of the menu names the entry, no chat, and tells its time in seconds', () => {
    expect(read(events.menu)).toEqual({
      kind: 'opened',
      id: 'event-of-application.bot.menu_v6',
      happenedAt: new Date(NOW.getTime() - 60_000),
      conversation: null,
      sender: person,
      menuKey: 'menu_today',
    })
  })

  it('of a recalled message names the message', () => {
    expect(read(events.recalled)).toMatchObject({
      kind: 'recalled',
      id: 'event-of-im.message.recalled_v1',
      messageId: 'om_x100bfixture',
      conversation: 'oc_private1',
      happenedAt: new Date(NOW.getTime() - 500),
    })
  })

  it('of the bot in a group says whether strangers are in it', () => {
    expect(read(events.botAdded)).toMatchObject({ kind: 'joined', conversation: 'oc_group1', external: true })
    expect(read(events.botDeleted)).toMatchObject({
      kind: 'left',
      conversation: 'oc_group1',
      external: false,
    })
    expect(read(events.disbanded)).toMatchObject({ kind: 'left', conversation: 'oc_group1', external: false })
  })

  it('of a person who left removes the account', () => {
    expect(read(events.userDeleted)).toMatchObject({ kind: 'account', person, change: 'removed' })
  })

  it.each([
    [{ is_frozen: true, is_resigned: false }, 'frozen'],
    [{ is_frozen: true, is_resigned: true }, 'removed'],
    [{ is_exited: true }, 'removed'],
  ])('of a status %j makes the account %s', (status, change) => {
    expect(read(userUpdated(status))).toMatchObject({ kind: 'account', person, change })
  })

  it('of a status that no longer keeps the person out makes the account active', () => {
    const active = { is_frozen: false, is_resigned: false, is_exited: false }
    for (const before of [{ is_frozen: true }, { is_resigned: true }])
      expect(read(userUpdated(active, before))).toMatchObject({ kind: 'account', person, change: 'active' })
  })

  it('of another change of an active person says nothing about access', () => {
    expect(receive(letter(userUpdated({ is_frozen: false }))).kind).toBe('ignored')
    expect(receive(letter(userUpdated({ is_frozen: false }, { is_frozen: false }))).kind).toBe('ignored')
  })

  it('of a changed profile without a status has no effect', () => {
    expect(receive(letter(userUpdated(undefined))).kind).toBe('ignored')
  })

  it.each(EVENT_TYPES)('of kind %s without a body that can be read is refused', (type) => {
    for (const body of [undefined, null, 'x', [], {}, { message: {}, sender: {} }]) {
      expect(receive(letter(envelope(type, body))).kind).toBe('refused')
    }
  })
})

describe('an instant of the platform', () => {
  it.each([
    ['1780300800', '2026-06-01T08:00:00.000Z'],
    ['1780300800238', '2026-06-01T08:00:00.238Z'],
    ['1780301520000527', '2026-06-01T08:12:00.000Z'],
    [1780300800, '2026-06-01T08:00:00.000Z'],
  ])('is read by its length: %j', (digits, instant) => {
    expect(toInstant(digits)?.toISOString()).toBe(instant)
  })

  it.each([null, undefined, '', '178030080', '1e12', '-1780300800', 1.5])('is none in %j', (digits) => {
    expect(toInstant(digits)).toBeNull()
  })
})
