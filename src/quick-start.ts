// Preloaded by `npm start`, because most of a start is the loading of some six hundred files. Compiled code is kept
// between starts, and drizzle's own files are found without asking Node what they are: Node reads drizzle's manifest of
// 180 KB anew for each of more than a hundred of them, which takes half a second (docs/measurements.md).

import { enableCompileCache, registerHooks } from 'node:module'

const DRIZZLE = new URL('.', import.meta.resolve('drizzle-orm')).href

// where nothing can be written, nothing is kept
enableCompileCache(new URL('../node_modules/.cache/larkspur', import.meta.url).pathname)

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.startsWith(DRIZZLE)
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
