// The visual language: the tree's node types and the words in it.
export type * from './tree.ts'
export { type BothLanguages, inLanguage, join, type Language, say, type Words } from './words.ts'
