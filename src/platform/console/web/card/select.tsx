// The four selects: one or several, from given options or from people.

import { copy } from '../copy/card.ts'
import { Avatar } from '../shell/avatar.tsx'
import { language, t } from '../state/preferences.ts'
import { nameOf } from '../state/store.ts'
import { CardIcon } from './card-icon.tsx'
import { type Choice, ChoiceList } from './choice-list.tsx'
import type { ElementProps } from './element.tsx'
import { FieldFrame, toFieldName, useField } from './field.tsx'
import { type Interactive, type Option, toWords } from './json.ts'
import { useCard } from './scope.ts'
import { toSpacing, toWidth } from './style.ts'

interface SelectNode extends Interactive {
  readonly options?: readonly Option[]
  readonly type?: 'default' | 'text'
  readonly initial_option?: string
  readonly initial_index?: number
  readonly selected_values?: readonly string[]
}

function toChoices(node: SelectNode): readonly Choice[] {
  return (node.options ?? []).map((option) => ({
    value: option.value,
    label: toWords(option.text, language.value),
    mark: option.icon === undefined ? undefined : <CardIcon icon={option.icon} />,
  }))
}

/** People to choose from: those given, or everybody in the chat where none is. */
function usePeople(node: SelectNode): readonly Choice[] {
  const { members } = useCard()
  const given = (node.options ?? []).map((option) => option.value)
  return (given.length === 0 ? members : given).map((openId) => ({
    value: openId,
    label: nameOf(openId),
    mark: <Avatar name={nameOf(openId)} size="tiny" />,
  }))
}

/** `initial_option` is the text of an option and comes before the 1-based index. */
function findInitial(node: SelectNode): string {
  const options = node.options ?? []
  const byText = options.find(
    (option) =>
      node.initial_option !== undefined && [option.text?.content, option.value].includes(node.initial_option),
  )
  const byIndex =
    node.initial_index === undefined || node.initial_index < 1 ? undefined : options[node.initial_index - 1]
  return (byText ?? byIndex)?.value ?? ''
}

function One(
  props: ElementProps<SelectNode> & { readonly choices: readonly Choice[]; readonly initial: string },
) {
  const { node } = props
  const field = useField<string>(node, props.pointer, props.initial)
  return (
    <FieldFrame field={field} width={toWidth(node.width)} margin={toSpacing(node.margin)}>
      <ChoiceList
        name={toFieldName(node, t(copy.choose))}
        choices={props.choices}
        chosen={field.value === '' ? [] : [field.value]}
        isMultiple={false}
        isDisabled={field.isDisabled || field.isBusy}
        isMissed={field.isMissed}
        isPlain={node.type === 'text'}
        onChoose={([option = '']) => {
          field.set(option)
          if (!field.isInForm) field.send({ option })
        }}
      />
    </FieldFrame>
  )
}

function Several(props: ElementProps<SelectNode> & { readonly choices: readonly Choice[] }) {
  const { node } = props
  const field = useField<readonly string[]>(node, props.pointer, node.selected_values ?? [])
  return (
    <FieldFrame field={field} width={toWidth(node.width)} margin={toSpacing(node.margin)}>
      <ChoiceList
        name={toFieldName(node, t(copy.choose))}
        choices={props.choices}
        chosen={field.value}
        isMultiple={true}
        isDisabled={field.isDisabled || field.isBusy}
        isMissed={field.isMissed}
        isPlain={node.type === 'text'}
        onChoose={(options) => {
          field.set(options)
          if (!field.isInForm) field.send({ options })
        }}
      />
    </FieldFrame>
  )
}

export function SelectStatic(props: ElementProps<SelectNode>) {
  return <One {...props} choices={toChoices(props.node)} initial={findInitial(props.node)} />
}

export function MultiSelectStatic(props: ElementProps<SelectNode>) {
  return <Several {...props} choices={toChoices(props.node)} />
}

export function SelectPerson(props: ElementProps<SelectNode>) {
  return <One {...props} choices={usePeople(props.node)} initial={props.node.initial_option ?? ''} />
}

export function MultiSelectPerson(props: ElementProps<SelectNode>) {
  return <Several {...props} choices={usePeople(props.node)} />
}
