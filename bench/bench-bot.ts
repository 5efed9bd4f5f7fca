// The bot as production has it, apart from the platform: nothing is sent, because the paths measured end at the commit.

import type { BotParts } from '../src/bot/bot.ts'
import { noTrace } from '../src/bot/trace.ts'
import { systemClock } from '../src/core/clock.ts'
import { makeHouse, makeStrangers } from '../src/features.ts'
import { openNodeLog } from '../src/node-log.ts'
import type { Store } from '../src/storage/database.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { understand } from '../src/understand/index.ts'

/** The parts of a bot on a store. */
export function benchBot(store: Store, sealer: Sealer): BotParts {
  const nowhere = () => Promise.reject(new Error('nothing is sent in a benchmark'))
  return {
    store,
    sealer,
    clock: systemClock,
    zone: 'Asia/Shanghai',
    log: openNodeLog('warn'),
    trace: noTrace,
    model: null,
    understand,
    house: makeHouse(),
    strangers: makeStrangers({ sealer, zone: 'Asia/Shanghai' }),
    messenger: { send: nowhere, update: nowhere, placePictures: async (card) => card, download: nowhere },
  }
}
