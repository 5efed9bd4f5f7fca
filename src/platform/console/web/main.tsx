// Starts the page: the chat client at /console, the gallery of cards at /console/cards.

import { render } from 'preact'
import { Gallery } from './gallery/gallery.tsx'
import { App } from './shell/app.tsx'
import { applyPreferences } from './state/preferences.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
applyPreferences()
const isGallery = location.pathname.replace(/\/$/, '').endsWith('/cards')
render(isGallery ? <Gallery /> : <App />, root)
