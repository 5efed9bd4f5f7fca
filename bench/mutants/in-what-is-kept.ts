// Sabotages of what is kept to learn from, and of pictures on cards.

import type { Mutant } from './mutant.ts'

const GAPS = ['test/features/gaps/list.test.ts']

export const IN_WHAT_IS_KEPT: readonly Mutant[] = [
  {
    what: 'what was not understood is kept with its numbers',
    file: 'src/features/gaps/keep.ts',
    find: 'text: stripPersonalData(text, names)',
    replace: 'text',
    tests: ['test/trust/canary.test.ts'],
  },
  {
    what: 'what was put right is kept with the names that were read in it',
    file: 'src/core/gap.ts',
    find: 'return { kind, text, guess: intent, names, facts }',
    replace: 'return { kind, text, guess: intent, names: [], facts }',
    tests: ['test/core/gap.test.ts'],
  },
  {
    what: 'what was written into a field is kept with a correction',
    file: 'src/core/corrections.ts',
    find: "typeof value === 'string' && MOMENT.test(value)",
    replace: "typeof value === 'string'",
    tests: ['test/core/corrections.test.ts'],
  },
  {
    what: 'everybody without customer data reads the gaps',
    file: 'migrations/0001_tables.sql',
    find: `CREATE POLICY "gaps_read_administrator" ON "gaps" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING ((select current_setting('app.role', true)) = 'administrator')`,
    replace: `CREATE POLICY "gaps_read_administrator" ON "gaps" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING (true)`,
    tests: GAPS,
  },
  {
    what: 'gaps are listed in a group',
    file: 'src/features/gaps/list.ts',
    find: '  assertPrivate(turn)\n  const [rows',
    replace: '  const [rows',
    tests: GAPS,
  },
  {
    what: 'the card that is kept holds the key of the second factor',
    file: 'src/features/step-up/enrol.ts',
    find: 'kept: confirmFactorCard({ shown: null, submit })',
    replace: 'kept: confirmFactorCard({ shown, submit })',
    tests: ['test/conversations/second-factor.test.ts'],
  },
  {
    what: 'a picture is shown to a group',
    file: 'src/core/cover.ts',
    find: "return { node: 'text', text: cover(node.alt), tone: 'muted' }",
    replace: 'return node',
    tests: ['test/core/cover.test.ts'],
  },
]
