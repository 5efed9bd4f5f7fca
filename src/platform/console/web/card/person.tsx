// People on a card, with picture, name, or both.

import { Avatar } from '../shell/avatar.tsx'
import { nameOf } from '../state/store.ts'
import { CardIcon } from './card-icon.tsx'
import type { ElementProps } from './element.tsx'
import type { Component, IconObject } from './json.ts'
import { toMarginStyle } from './style.ts'

type Size = 'extra_small' | 'small' | 'medium' | 'large'

interface ChipProps {
  readonly openId: string
  readonly showAvatar: boolean
  readonly showName: boolean
  readonly isCapsule: boolean
  readonly size: Size
}

export function PersonChip({ openId, showAvatar, showName, isCapsule, size }: ChipProps) {
  const name = nameOf(openId)
  return (
    <span class={`person size-${size} ${isCapsule ? 'is-capsule' : ''}`} title={showName ? undefined : name}>
      {showAvatar && <Avatar name={name} size={size} {...(showName ? {} : { label: name })} />}
      {showName && <span>{name}</span>}
    </span>
  )
}

interface PersonNode extends Component {
  readonly user_id: string
  readonly size?: Size
  readonly show_avatar?: boolean
  readonly show_name?: boolean
  readonly style?: 'normal' | 'capsule'
}

export function Person({ node }: ElementProps<PersonNode>) {
  return (
    <div style={toMarginStyle(node)}>
      <PersonChip
        openId={node.user_id}
        showAvatar={node.show_avatar !== false}
        showName={node.show_name === true}
        isCapsule={node.style === 'capsule'}
        size={node.size ?? 'medium'}
      />
    </div>
  )
}

interface PersonListNode extends Component {
  readonly persons: readonly { readonly id: string }[]
  readonly show_name?: boolean
  readonly show_avatar?: boolean
  readonly size?: Size
  readonly icon?: IconObject
}

export function PersonList({ node }: ElementProps<PersonListNode>) {
  const showName = node.show_name !== false
  return (
    <div class="person-list" style={toMarginStyle(node)}>
      {node.icon !== undefined && <CardIcon icon={node.icon} />}
      {node.persons.map((person) => (
        <PersonChip
          key={person.id}
          openId={person.id}
          showAvatar={node.show_avatar === true || !showName}
          showName={showName}
          isCapsule={false}
          size={node.size ?? 'medium'}
        />
      ))}
    </div>
  )
}
