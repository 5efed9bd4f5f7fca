// Whether the platform would take a card, and with which number it would refuse it.
export { checkCard } from './check-card.ts'
export type { CardFacts } from './verdict.ts'
