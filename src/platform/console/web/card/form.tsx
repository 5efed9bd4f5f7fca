// A form: collects what its components hold until its submit button is pressed.

import { useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { type ElementProps, Elements } from './element.tsx'
import type { Component, Layout } from './json.ts'
import { FormContext, type FormScope, type FormValue } from './scope.ts'
import { toLayoutStyle, toMarginStyle } from './style.ts'

interface FormNode extends Component, Layout {
  readonly name: string
  readonly elements?: readonly Component[]
}

function isEmpty(value: FormValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

export function Form({ node, pointer }: ElementProps<FormNode>) {
  const values = useSignal<{ readonly [name: string]: FormValue }>({})
  const missed = useSignal<ReadonlySet<string>>(new Set())
  const round = useSignal(0)
  const required = useRef(new Set<string>())
  const scope = useMemo<FormScope>(
    () => ({
      values,
      missed,
      round,
      require: (name) => required.current.add(name),
      submit: () => {
        missed.value = new Set([...required.current].filter((name) => isEmpty(values.value[name])))
        return missed.value.size === 0
      },
      reset: () => {
        values.value = {}
        missed.value = new Set()
        // A new round draws the components anew, each with its initial value.
        round.value += 1
      },
    }),
    [values, missed, round],
  )
  return (
    <FormContext.Provider value={scope}>
      {/* A group, not a form element: Enter in a line must not press the first button, as it does not in the client. */}
      <div
        class="card-form"
        role="group"
        aria-label={node.name}
        key={round.value}
        style={{ ...toMarginStyle(node), ...toLayoutStyle(node) }}
      >
        <Elements elements={node.elements ?? []} pointer={`${pointer}/elements`} />
      </div>
    </FormContext.Provider>
  )
}
