// What the platform says about the bot itself and about the addresses it calls from.

import type { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import type { Guard } from './gate.ts'

const ENABLED = 2

/** Mounts the endpoints about the app. */
export function mountBot(app: Hono, platform: Platform, guard: Guard): void {
  app.get(
    '/open-apis/bot/v3/info',
    guard('GET /bot/v3/info', () => ({
      bot: {
        activate_status: ENABLED,
        app_name: platform.bot.name,
        avatar_url: '',
        ip_white_list: [],
        open_id: platform.bot.openId,
      },
    })),
  )
  app.get(
    '/open-apis/event/v1/outbound_ip',
    guard('GET /event/v1/outbound_ip', () => ({ data: { ip_list: ['127.0.0.1'], has_more: false } })),
  )
}
