// The gallery alone: every card with its samples, without bot and database. For `npm run cards` and the test of the cards.

import { Hono } from 'hono'
import { loadSamples } from '../../card-samples.ts'
import { DEMO_PEOPLE } from '../../demo/demo-platform.ts'
import { drawSample } from './gallery-card.ts'
import { answerPage } from './page.ts'
import type { ConsoleState } from './protocol.ts'
import { toGalleryCard } from './server/looking.ts'

/** Names of people on cards come from here; nobody can be talked to. */
const toQuietState = (): ConsoleState => ({
  now: new Date().toISOString(),
  offsetMs: 0,
  people: DEMO_PEOPLE.map(({ openId, name, role, team, branch }) => ({ openId, name, role, team, branch })),
  chats: [],
  newest: 0,
  languages: ['zh_cn', 'en_us'],
})

/** Makes the app that answers /console/cards and what it needs. */
export function createGalleryApp(): Hono {
  const app = new Hono()
  app.get('/console/state', (c) => c.json(toQuietState()))
  app.get('/console/cards.json', async (c) => {
    const samples = await loadSamples()
    return c.json({ cards: samples.map((one) => toGalleryCard(drawSample(one))) })
  })
  app.get('/', (c) => c.redirect('/console/cards'))
  app.get('/console', (c) => c.redirect('/console/cards'))
  app.get('/console/*', async (c) => (await answerPage(c.req.path)) ?? c.notFound())
  return app
}
