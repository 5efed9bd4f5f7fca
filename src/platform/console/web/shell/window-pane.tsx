// One window: people, chats, and the open chat; its own width decides how much of it stands side by side.

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide'
import { ChatPane } from '../chat/chat-pane.tsx'
import { nameOf } from '../state/store.ts'
import { activeWindow, type ChatWindow } from '../state/window.ts'
import { ChatList } from './chat-list.tsx'
import { Finder } from './finder.tsx'
import { Icon } from './icon.tsx'
import { PeopleRail } from './people-rail.tsx'

export function WindowPane({ window }: { readonly window: ChatWindow }) {
  const activate = () => {
    activeWindow.value = window.id
  }
  return (
    <section
      class={`window view-${window.view.value}`}
      aria-label={nameOf(window.as.value)}
      onFocusCapture={activate}
      onPointerDown={activate}
    >
      <div class="window-inner">
        <PeopleRail window={window} />
        <ChatList window={window} />
        <ChatPane window={window} />
      </div>
      <Toasts window={window} />
      {window.isFinding.value && <Finder window={window} />}
    </section>
  )
}

const toastIcons = { info: Info, success: CircleCheck, error: CircleAlert, warning: TriangleAlert }

function Toasts({ window }: { readonly window: ChatWindow }) {
  return (
    <div class="toasts" role="status">
      {window.toasts.value.map((toast) => (
        <div key={toast.id} class={`toast is-${toast.type}`}>
          <Icon shape={toastIcons[toast.type] ?? Info} />
          <span>{toast.text}</span>
        </div>
      ))}
    </div>
  )
}
