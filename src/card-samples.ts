// Every card of cards/ with its samples, for the gallery.

import type { Sample } from '../cards/kit/index.ts'

/** The files of cards/ that show something, by name. */
const FILES = {
  'customer-changes': () => import('../cards/customer-changes.ts'),
  'customer-profile': () => import('../cards/customer-profile.ts'),
  absences: () => import('../cards/absences.ts'),
  approvals: () => import('../cards/approvals.ts'),
  backups: () => import('../cards/backups.ts'),
  audit: () => import('../cards/audit.ts'),
  customers: () => import('../cards/customers.ts'),
  digests: () => import('../cards/digests.ts'),
  directory: () => import('../cards/directory.ts'),
  exports: () => import('../cards/exports.ts'),
  'follow-ups': () => import('../cards/follow-ups.ts'),
  freezes: () => import('../cards/freezes.ts'),
  gaps: () => import('../cards/gaps.ts'),
  help: () => import('../cards/help.ts'),
  imports: () => import('../cards/imports.ts'),
  notice: () => import('../cards/notice.ts'),
  opportunities: () => import('../cards/opportunities.ts'),
  'opportunity-lists': () => import('../cards/opportunity-lists.ts'),
  people: () => import('../cards/people.ts'),
  reveals: () => import('../cards/reveals.ts'),
  'step-up': () => import('../cards/step-up.ts'),
  'task-lists': () => import('../cards/task-lists.ts'),
  tasks: () => import('../cards/tasks.ts'),
  'ticket-lists': () => import('../cards/ticket-lists.ts'),
  tickets: () => import('../cards/tickets.ts'),
} as const

/** Loads every sample. */
export async function loadSamples(): Promise<readonly { readonly file: string; readonly sample: Sample }[]> {
  const loaded = await Promise.all(
    Object.entries(FILES).map(async ([file, load]) =>
      (await load()).samples.map((sample) => ({ file, sample })),
    ),
  )
  return loaded.flat()
}
