// `npm run cards`: the gallery of every card with its sample data. PORT chooses the port.

import { serve } from '@hono/node-server'
import { createGalleryApp } from './gallery-app.ts'

const usualPort = 3001
const port = Number(process.env['PORT'] ?? usualPort)

serve({ fetch: createGalleryApp().fetch, hostname: '127.0.0.1', port }, (info) => {
  console.log(`Every card is at http://localhost:${info.port}/console/cards`)
})
