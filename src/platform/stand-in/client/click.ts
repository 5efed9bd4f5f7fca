// A person's click on a card: the callback to the bot, once, and what its answer does to the card.

import { CARD_LIFE_MS } from '../bot-messages.ts'
import { DeliveryFailure } from '../courier/transport.ts'
import { type JsonRecord, readJson } from '../json.ts'
import type { KeptMessage } from '../memory/entries.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'
import { type ClickEffect, readCallbackAnswer, toFailedEffect } from './callback-answer.ts'
import { type GivenInput, toCardAction } from './card-action.ts'
import { findElement } from './card-elements.ts'
import { ClientError } from './client-error.ts'
import { getVisible } from './visibility.ts'

/** A click: who, on which message, on what, and what was filled in. */
export interface Click extends GivenInput {
  readonly as: string
  readonly messageId: string
  readonly element: string
}

/** Clicks and resolves with what the person sees. Throws a ClientError for what the client does not allow. */
export async function clickAsPerson(platform: Platform, click: Click): Promise<ClickEffect> {
  const message = getClickable(platform, click)
  const pressed = findElement(readJson(message.content), click.element)
  if (pressed === null) throw new ClientError('element_unknown', click.element)
  if (pressed.disabled) throw new ClientError('element_disabled', click.element)
  const action = toCardAction(pressed, click)
  if (action === null) return { code: 0 }
  const effect = await callBack(platform, { as: click.as, message, action })
  if (effect.card !== undefined) replaceCard(platform, message, effect.card)
  return effect
}

function getClickable(platform: Platform, click: Click): KeptMessage {
  const message = getVisible(platform, click.as, click.messageId)
  if (message.msgType !== 'interactive') throw new ClientError('element_unknown', click.element)
  const age = platform.clock.now().getTime() - message.createdAt
  if (message.recalled === true || age > CARD_LIFE_MS) throw new ClientError('expired', click.messageId)
  return message
}

async function callBack(
  platform: Platform,
  click: { as: string; message: KeptMessage; action: JsonRecord },
): Promise<ClickEffect> {
  const token = platform.cardTokens.issue(click.message.messageId)
  try {
    const answer = await platform.courier.call(
      'card.action.trigger',
      toCallback(platform, { ...click, token }),
    )
    return readCallbackAnswer(platform, click.message.chatId, answer)
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error
    return toFailedEffect(error.code)
  } finally {
    platform.cardTokens.markAnswered(token)
  }
}

function toCallback(
  platform: Platform,
  click: { as: string; message: KeptMessage; action: JsonRecord; token: string },
): JsonRecord {
  return {
    operator: { tenant_key: platform.app.tenantKey, ...toAccountIds(click.as) },
    token: click.token,
    action: click.action,
    host: 'im_message',
    context: { open_message_id: click.message.messageId, open_chat_id: click.message.chatId },
  }
}

/** The card may have been recalled while the bot was at work; then there is nothing to replace. */
function replaceCard(platform: Platform, message: KeptMessage, card: JsonRecord): void {
  const present = platform.memory.findMessage(message.messageId)
  if (present === null || present.recalled === true) return
  platform.memory.changeMessage(message.messageId, {
    content: JSON.stringify(card),
    updatedAt: platform.clock.now().getTime(),
  })
}
