// The elements of a container, each drawn by whatever the card says draws its tag. Knows no component itself, so that
// containers can hold components and components containers.

import { type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Component } from './json.ts'

/** What every component is given: its part of the JSON, and its place in it. */
export interface ElementProps<Node extends Component = Component> {
  readonly node: Node
  readonly pointer: string
}

/** What draws each tag. */
export type Drawers = { readonly [tag: string]: ComponentType<ElementProps> | undefined }

export const DrawersContext = createContext<Drawers>({})

/** Draws the elements of a container, one behind the other. */
export function Elements(props: { readonly elements: readonly Component[]; readonly pointer: string }) {
  const drawers = useContext(DrawersContext)
  return (
    <>
      {props.elements.map((node, index) => {
        const Drawer = drawers[node.tag]
        const pointer = `${props.pointer}/${index}`
        return Drawer === undefined ? null : <Drawer key={pointer} node={node} pointer={pointer} />
      })}
    </>
  )
}
