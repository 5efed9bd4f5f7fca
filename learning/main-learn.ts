// `npm run learn`: learns from our own examples how likely each intent is by its wording, and writes the weights that the
// understanding reads. First it tells how well a fifth of the messages is read that the other four did not hold.

import { writeFileSync } from 'node:fs'
import { openWeights, type WrittenWeights, weighPieces } from '../src/understand/learnt.ts'
import { listExamples, type Told } from './examples.ts'
import { takeFingerprint } from './fingerprint.ts'
import { learn } from './logistic.ts'

const FOLDS = 5
const LARGEST = 127

/** Learns, and rounds each weight to a byte. */
function learnWeights(told: readonly Told[]): WrittenWeights {
  const intents = [...new Set(told.map(({ intent }) => intent))].sort()
  const { pieces, weights, bias } = learn(
    told.map((one) => ({ pieces: one.pieces, right: intents.indexOf(one.intent) })),
    intents.length,
  )
  const scale = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / LARGEST
  const bytes = Int8Array.from(weights, (one) => Math.round(one / scale))
  return {
    learntFrom: takeFingerprint(),
    intents,
    pieces,
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scale,
    bias: [...bias].map((one) => Number(one.toFixed(4))),
  }
}

/** The share of examples, in per cent, whose intent is likeliest by weights that were learnt from the others. */
function measureUnseen(told: readonly Told[]): number {
  let right = 0
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const known = openWeights(learnWeights(told.filter((_, at) => at % FOLDS !== fold)))
    for (const { intent, pieces } of told.filter((_, at) => at % FOLDS === fold)) {
      const [best] = [...weighPieces(pieces, known)].sort(([, a], [, b]) => b - a)
      if (best?.[0] === intent) right += 1
    }
  }
  return (right / told.length) * 100
}

const examples = listExamples()
for (const language of ['chinese', 'english'] as const) {
  const told = examples.filter(({ chinese }) => chinese === (language === 'chinese'))
  const written = learnWeights(told)
  const path = new URL(`../src/understand/lexicon/weights-${language}.json`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(written)}\n`)
  const unseen = measureUnseen(told).toFixed(1)
  console.log(
    `${language}: ${told.length} examples, ${written.pieces.length} pieces, unseen ${unseen} % right`,
  )
}
