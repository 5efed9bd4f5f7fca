// Sabotages of what stands between a breach and the customers: the freeze, the four eyes, the backup.

import type { Mutant } from './mutant.ts'

const PLAN = ['test/features/freezes/plan.test.ts']
const MATRIX = ['test/trust/freeze-matrix.test.ts']
const HAND_OVER = ['test/storage/hand-over.test.ts']
const ON_ITS_WAY = ['test/features/freezes/on-its-way.test.ts']
const BACKUP = ['test/storage/backup.test.ts']
const frozen = 'src/storage/frozen.ts'
const store = 'src/features/freezes/store.ts'
const start = 'src/features/freezes/start.ts'
const format = 'src/storage/backup/format.ts'
const restore = 'src/storage/backup/restore.ts'
const freezes = 'migrations/0007_freezes.sql'

export const IN_AN_INCIDENT: readonly Mutant[] = [
  {
    what: 'a scope is taken past a freeze',
    file: frozen,
    find: 'case when count(*) = 0 then',
    replace: 'case when true then',
    tests: MATRIX,
  },
  {
    what: 'rows of a frozen branch and customer stay visible',
    file: frozen,
    find: "::text || '_cold'",
    replace: '::text',
    tests: MATRIX,
  },
  {
    what: 'the buttons of somebody who is frozen work',
    file: 'src/core/dispatch.ts',
    find: "  if (turn.actor.frozen && access.whileFrozen !== true) throw new Refusal('frozen')\n",
    replace: '',
    tests: PLAN,
  },
  {
    what: 'messages that were written before a freeze go out',
    file: 'src/storage/hand-over.ts',
    find: "known === '' ? claimed",
    replace: 'known.length >= 0 ? claimed',
    tests: PLAN,
  },
  {
    what: 'a message that is on its way at a freeze arrives',
    file: 'src/storage/outbox.ts',
    find: "row.inFreeze === 'park' ? { stop: freeze }",
    replace: 'freeze.aborted ? { stop: freeze }',
    tests: HAND_OVER,
  },
  {
    what: 'messages go on where nobody can tell whether something is frozen',
    file: 'src/storage/hand-over.ts',
    find: '.catch(() => true)',
    replace: '.catch(() => over.aborted)',
    tests: HAND_OVER,
  },
  {
    what: 'what must not leave any more is sent to the platform',
    file: 'src/platform/lark/transport.ts',
    find: 'AbortSignal.any([limit, stop])',
    replace: 'limit',
    tests: ['test/platform/lark/client.test.ts'],
  },
  {
    what: 'an answer that waited for its card is not held against a freeze',
    file: 'src/bot/answer-click.ts',
    find: "turn.actor.reach !== 'none' &&",
    replace: "turn.actor.reach === 'none' &&",
    tests: ON_ITS_WAY,
  },
  {
    what: 'a question that was made before a freeze is asked after it',
    file: 'src/bot/answer-message.ts',
    find: 'const overtaken = employee.frozen &&',
    replace: 'const overtaken = !employee.frozen &&',
    tests: ON_ITS_WAY,
  },
  {
    what: 'a click asks after a freeze what was made before it',
    file: 'src/bot/answer-click.ts',
    find: 'isFrozenMeanwhile(tx, way.freezes,',
    replace: 'isFrozenMeanwhile(tx, employee.freezes,',
    tests: ON_ITS_WAY,
  },
  {
    what: 'copies of a card follow a change in the chat of somebody who is frozen',
    file: 'src/storage/outbox.ts',
    find: 'now), conversation, inFreeze })',
    replace: 'now), inFreeze })',
    tests: ON_ITS_WAY,
  },
  {
    what: 'an export waits for the thaw',
    file: 'src/storage/parking.ts',
    find: 'row.fileBytes === null ? toParked(row) : VOID',
    replace: 'toParked(row)',
    tests: PLAN,
  },
  {
    what: 'a full number stays shown during a freeze',
    file: start,
    find: '  await hideNumbers(turn)\n',
    replace: '  void hideNumbers\n',
    tests: PLAN,
  },
  {
    what: 'what falls due runs in a frozen scope',
    file: 'src/schedule/due-rows.ts',
    find: ', not(isFrozen)',
    replace: '',
    tests: PLAN,
  },
  {
    what: 'a freeze needs no code',
    file: start,
    find: '    if (!proof.ok) {',
    replace: '    if (proof.ok === null) {',
    tests: PLAN,
  },
  {
    what: 'whoever decides freezes anything',
    file: start,
    find: '    if (!mayDecide(turn.actor, target)) throw notYours(scope)\n',
    replace: '    void [mayDecide, notYours]\n',
    tests: PLAN,
  },
  {
    what: 'a freeze tells whether a customer of that code exists',
    file: start,
    find: "  return scope === 'customer'\n    ?",
    replace: "  return scope === 'bank'\n    ?",
    tests: PLAN,
  },
  {
    what: 'who froze may ask for the thaw',
    file: store,
    find: '[freeze.startedBy, freeze.confirmedBy, freeze.thawAskedBy].includes(me)',
    replace: '[freeze.thawAskedBy].includes(me)',
    tests: PLAN,
  },
  {
    what: 'one alone thaws',
    file: store,
    find: '[freeze.startedBy, freeze.confirmedBy, freeze.thawAskedBy].includes(me)',
    replace: '[freeze.startedBy, freeze.confirmedBy].includes(me)',
    tests: PLAN,
  },
  {
    what: 'the table takes a thaw by those who froze',
    file: freezes,
    find: '"freezes"."thawed_by" not in ("freezes"."thaw_asked_by", coalesce("freezes"."started_by", 0), coalesce("freezes"."confirmed_by", 0), coalesce("freezes"."employee_id", 0))',
    replace: 'true',
    tests: PLAN,
  },
  {
    what: 'a relationship manager may write a freeze',
    file: freezes,
    find: `"freezes_start" ON "freezes" AS PERMISSIVE FOR INSERT TO "larkspur_app" WITH CHECK ((select current_setting('app.role', true)) <> 'rm' and `,
    replace: '"freezes_start" ON "freezes" AS PERMISSIVE FOR INSERT TO "larkspur_app" WITH CHECK (',
    tests: MATRIX,
  },
  {
    what: 'what waited goes out whatever the rights are now',
    file: 'src/schedule/review-parked.ts',
    find: "(await seesAllOf(tx, author, row)) ? 'sent' : 'unseen'",
    replace: "seesAllOf.length > 0 ? 'sent' : 'unseen'",
    tests: PLAN,
  },
  {
    what: 'a freeze that came in between is not noticed',
    file: frozen,
    find: 'return rows.length > 0',
    replace: 'return rows.length > 1_000',
    tests: MATRIX,
  },
  {
    what: 'frames are not bound to the header of their file',
    file: format,
    find: '`${header}${index}:',
    replace: '`${index}:',
    tests: BACKUP,
  },
  {
    what: 'what was added behind a backup is not seen',
    file: format,
    find: 'if (last && !(await reader.isAtEnd()))',
    replace: 'if (last && index < 0)',
    tests: BACKUP,
  },
  {
    what: 'a role that is shown too little writes a backup',
    file: 'src/storage/backup/tables.ts',
    find: "and p.qual = 'true' and",
    replace: 'and',
    tests: BACKUP,
  },
  {
    what: 'a backup is not of one instant',
    file: 'src/storage/backup/write.ts',
    find: "{ isolationLevel: 'repeatable read', accessMode: 'read only' }",
    replace: "{ accessMode: 'read only' }",
    tests: BACKUP,
  },
  {
    what: 'a backup goes over what is there',
    file: restore,
    find: '    await assertEmpty(tx, tables)\n',
    replace: '    void assertEmpty\n',
    tests: BACKUP,
  },
  {
    what: 'a restored place is armed',
    file: restore,
    find: '    await tx.insert(disarmed).values({ since: now, backupId: header.id })\n',
    replace: '    void [disarmed, now]\n',
    tests: BACKUP,
  },
  {
    what: 'what was on its way is sent again after a restore',
    file: restore,
    find: "state: 'flagged', leasedUntil: null",
    replace: 'leasedUntil: null',
    tests: BACKUP,
  },
  {
    what: 'a start does not ask whether it is armed',
    file: 'src/node-service.ts',
    find: '    await assertArmed(store.db)\n',
    replace: '    void assertArmed\n',
    tests: ['test/admin/backup.test.ts'],
  },
]
