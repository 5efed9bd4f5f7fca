import type { Recogniser } from '../piece.ts'
export const englishRecognisers: readonly Recogniser[] = []
