// Sabotages of what leaves as a file: the proof before it, the trail behind it, how much it holds, and what of whom.

import type { Mutant } from './mutant.ts'

const CONFIRMATION = ['test/features/exports/confirmation.test.ts']
const EXPORT = ['test/features/exports/export.test.ts']
const LARGE = ['test/features/exports/large.test.ts']
const exporting = 'src/features/exports/export.ts'

export const IN_EXPORTS: readonly Mutant[] = [
  {
    what: 'customers are exported without proof',
    file: exporting,
    find: '    if (!proof.ok) {',
    replace: '    if (!proof.ok && proof.words === null) {',
    tests: CONFIRMATION,
  },
  {
    what: 'an exported customer has no entry in the trail',
    file: exporting,
    find: '    ...customers.map(({ id }) => ({',
    replace: '    ...customers.slice(1).map(({ id }) => ({',
    tests: CONFIRMATION,
  },
  {
    what: 'the card of a colleague is enough to export',
    file: exporting,
    find: "    if (by !== turn.actor.id) throw new Refusal('forbidden', NOT_YOURS)\n",
    replace: '    void [by, NOT_YOURS]\n',
    tests: CONFIRMATION,
  },
  {
    what: 'more customers are exported than one file may hold',
    file: exporting,
    find: 'if (total > MOST_CUSTOMERS)',
    replace: 'if (total > MOST_CUSTOMERS + 1)',
    tests: LARGE,
  },
  {
    what: 'exported phone numbers are not masked',
    file: 'src/features/customers/find-one.ts',
    find: 'return digits === null ? null : maskPhone(digits)',
    replace: 'return digits',
    tests: EXPORT,
  },
  {
    what: 'a number in a tag is exported as it was typed',
    file: 'src/features/exports/file.ts',
    find: "coverText(inLanguage((await cell(turn, customer)) ?? '', language))",
    replace: "inLanguage((await cell(turn, customer)) ?? '', language)",
    tests: ['test/trust/canary.test.ts'],
  },
  {
    what: 'an exported name runs as a formula',
    file: 'src/features/spreadsheet.ts',
    find: 'return cell.replace(FORMULA, "\'")',
    replace: 'return cell',
    tests: LARGE,
  },
  {
    what: 'what was exported stays in the outbox',
    file: 'src/storage/outbox.ts',
    find: "row.fileBytes !== null && change.state !== 'waiting'",
    replace: "row.fileBytes !== null && change.state === 'waiting'",
    tests: ['test/storage/outbox.test.ts'],
  },
  {
    what: 'a file that was exported goes out with a frozen customer in it',
    file: 'src/storage/parking.ts',
    find: "(fileBytes === null ? '' : new TextDecoder().decode(fileBytes))",
    replace: "(fileBytes === null ? '' : ' ')",
    tests: ['test/features/exports/frozen.test.ts'],
  },
]
