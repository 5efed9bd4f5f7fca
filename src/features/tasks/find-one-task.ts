// The one way from words to one task: the customer and the title narrow it down, and only a plain fit is taken.

import { chooseTaskCard } from '../../../cards/task-lists.ts'
import { Refusal } from '../../core/errors.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOneCustomer } from '../customers/index.ts'
import { copy } from './copy.ts'
import { findLastTask, pointsBack } from './last-task.ts'
import { findTaskLine, listOpenTasks } from './store.ts'
import { type TaskLine, titleFit } from './task.ts'
import { toTaskView } from './view.ts'

/** What was said about a task; `task` is the id that a choice brings back. */
export interface SaidTask {
  readonly task?: string | undefined
  readonly customer?: string | undefined
  readonly title?: string | undefined
}

/** So many are listed to choose from. */
const MOST_CHOICES = 5
/** A title that fits less than this is no candidate. */
const LEAST_FIT = 0.5

/**
 * The open task that is meant.
 * @throws Refusal not_found where none fits
 * @throws Question where several fit, or one fits only roughly: a weak match is never written
 */
export async function findOneTask(turn: Turn, said: SaidTask): Promise<TaskLine> {
  if (said.task !== undefined) {
    const line = await findTaskLine(turn, said.task)
    if (line === null || line.task.state !== 'open') throw new Refusal('not_found', copy.noSuchTask)
    return line
  }
  if (said.title !== undefined && pointsBack(said.title)) {
    const last = said.customer === undefined ? await findLastTask(turn) : null
    return last ?? findOneTask(turn, { customer: said.customer })
  }
  const customer = said.customer === undefined ? null : await findOneCustomer(turn, said.customer)
  const open = await listOpenTasks(turn, {
    assigneeId: null,
    ...(customer === null ? {} : { customerId: customer.id }),
  })
  const names = [said.customer ?? '', customer?.name ?? '']
  const { sure, candidates } = narrow(preferOwn(open, turn.actor.id), said, names)
  if (sure !== null) return sure
  if (candidates.length === 0) throw new Refusal('not_found', copy.noSuchTask)
  throw ask(turn, candidates)
}

/** The customer is known already; the name in the title would hide what the task is. */
function withoutNames(title: string, names: readonly string[]): string {
  return names.reduce((text, name) => (name === '' ? text : text.replaceAll(name, '')), title).trim()
}

/** A supervisor means an own task before one of the team. */
function preferOwn(lines: readonly TaskLine[], actorId: number): readonly TaskLine[] {
  return lines.toSorted(
    (a, b) => Number(b.task.assigneeId === actorId) - Number(a.task.assigneeId === actorId),
  )
}

function narrow(
  lines: readonly TaskLine[],
  { customer, ...said }: SaidTask,
  names: readonly string[],
): { sure: TaskLine | null; candidates: readonly TaskLine[] } {
  const title = withoutNames(said.title ?? '', names)
  const [first] = lines
  const alone = lines.length === 1 && first !== undefined ? first : null
  if (title === '') return { sure: customer === undefined ? null : alone, candidates: lines }
  const fits = lines
    .map((line) => ({ line, fit: titleFit(title, withoutNames(line.task.title, names)) }))
    .filter(({ fit }) => fit >= LEAST_FIT)
  const exact = fits.filter(({ fit }) => fit === 1)
  const [best] = exact
  if (exact.length === 1 && best !== undefined) return { sure: best.line, candidates: [] }
  if (fits.length > 0)
    return { sure: null, candidates: (exact.length > 0 ? exact : fits).map(({ line }) => line) }
  // The title says something else than any task of this customer: they are shown, none is taken.
  return { sure: null, candidates: customer === undefined ? [] : lines }
}

function ask(turn: Turn, candidates: readonly TaskLine[]): Question {
  return new Question((resume) =>
    chooseTaskCard({
      choices: candidates.slice(0, MOST_CHOICES).map((line) => ({
        view: toTaskView(turn, line),
        button: resume.button(copy.choose, { task: line.task.id }, { tone: 'primary' }),
      })),
      more: Math.max(0, candidates.length - MOST_CHOICES),
      cancel: resume.cancel(copy.dismiss),
    }),
  )
}
