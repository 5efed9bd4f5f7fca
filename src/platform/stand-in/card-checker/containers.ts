// Containers as data: their own properties, what they may hold, and the elements inside of them.

import { behaviors } from './behaviors.ts'
import { flag, type Kind, oneOf, record, required, type Shape, text, whole } from './kinds.ts'
import {
  across,
  colour,
  corner,
  direction,
  down,
  icon,
  length,
  links,
  padding,
  spacing,
} from './look-kinds.ts'
import { confirm, plainText, textObject } from './text-kinds.ts'

const FLOW: Shape = {
  direction,
  horizontal_spacing: spacing,
  vertical_spacing: spacing,
  horizontal_align: across,
  vertical_align: down,
  padding,
}

function elementsOf(container: string): Kind {
  return (value, path, walk) => walk.inside(container, path, () => walk.checkElements(value, path, walk))
}

const linkAction = record({ multi_url: required(links) })

/** Properties of the containers, beside those that all components have. */
export const CONTAINERS: { readonly [tag: string]: Shape } = {
  column_set: {
    columns: required(elementsOf('column_set')),
    flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
    horizontal_spacing: spacing,
    horizontal_align: across,
    background_style: colour,
    action: linkAction,
  },
  column: {
    ...FLOW,
    elements: elementsOf('column'),
    width: length({ least: 16, most: 600 }, 'auto', 'weighted'),
    weight: whole(1, 5),
    background_style: colour,
    action: linkAction,
  },
  form: { ...FLOW, name: required(text(100)), elements: required(elementsOf('form')), confirm },
  interactive_container: {
    ...FLOW,
    elements: required(elementsOf('interactive_container')),
    behaviors: required(behaviors),
    width: length({ least: 16, most: 999 }, 'fill', 'auto'),
    height: length({ least: 10, most: 999 }, 'auto'),
    background_style: (value, path, walk) => {
      if (value !== 'laser') colour(value, path, walk)
    },
    has_border: flag,
    border_color: colour,
    corner_radius: corner,
    disabled: flag,
    disabled_tips: plainText(),
    hover_tips: plainText(),
    confirm,
  },
  collapsible_panel: {
    ...FLOW,
    header: required(
      record({
        title: required(textObject(['plain_text', 'lark_md', 'markdown'])),
        background_color: colour,
        width: oneOf('fill', 'auto', 'auto_when_fold'),
        vertical_align: down,
        padding,
        icon,
        icon_position: oneOf('left', 'right', 'follow_text'),
        icon_expanded_angle: oneOf(-180, -90, 90, 180),
      }),
    ),
    elements: elementsOf('collapsible_panel'),
    expanded: flag,
    background_color: colour,
    border: record({ color: colour, corner_radius: corner }),
  },
}
