// The people to act as. Arrow keys move between them, as in any list of choices.

import type { ConsolePerson } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { t } from '../state/preferences.ts'
import { toGuideRole } from '../state/role.ts'
import { countUnread, people } from '../state/store.ts'
import { actAs, type ChatWindow } from '../state/window.ts'
import { Avatar } from './avatar.tsx'
import { moveFocus } from './move-focus.ts'

export function PeopleRail({ window }: { readonly window: ChatWindow }) {
  return (
    <nav class="people" aria-label={t(copy.people)}>
      <h2 class="column-title">{t(copy.people)}</h2>
      <ul onKeyDown={moveFocus}>
        {people.value.map((person) => (
          <li key={person.openId}>
            <PersonButton person={person} window={window} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PersonButton({ person, window }: { readonly person: ConsolePerson; readonly window: ChatWindow }) {
  const isChosen = window.as.value === person.openId
  const unread = countUnread(person.openId)
  const role = t(copy.roles[toGuideRole(person.role)])
  const place = [role, person.team ?? person.branch].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      class={`person-button ${isChosen ? 'is-chosen' : ''}`}
      aria-pressed={isChosen}
      title={`${person.name} · ${place}`}
      onClick={() => actAs(window, person.openId)}
    >
      <span class="avatar-place">
        <Avatar name={person.name} />
        <Unread count={unread} />
      </span>
      <span class="person-words">
        <span class="person-name">{person.name}</span>
        <span class="person-role">{place}</span>
      </span>
    </button>
  )
}

/** The red number; nothing where there is nothing unread. */
export function Unread({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span class="unread">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="only-heard">{t(copy.unread(count))}</span>
    </span>
  )
}
