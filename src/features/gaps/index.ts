export { keepGap } from './keep.ts'
