// What requests need of the feature that decides them. The approvals stand above the requests and know them;
// the requests know only this port, which is handed to them where the features are put together.

import type { Node } from '../../../cards/kit/index.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Employee } from '../people/index.ts'
import type { TicketRecord } from './store.ts'

export interface Decisions {
  /**
   * Who decides for a team today.
   * @throws Refusal invalid where nobody can
   */
  findApprover(turn: Turn, teamId: number, requesterId: number): Promise<Employee>
  /** Asks the approver, who gets a card in the own private chat. */
  ask(turn: Turn, ticketId: string, approver: Employee): Promise<void>
  /** Whether this person may decide it now. */
  mayDecide(turn: Turn, record: TicketRecord): Promise<boolean>
  /** Where the decision is taken. */
  form(record: TicketRecord): Node
  /** Takes the question back before it was decided. */
  withdraw(turn: Turn, record: TicketRecord): Promise<void>
}
