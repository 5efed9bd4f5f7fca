// Elements of a card: each by its tag against its properties, then by the rules that properties alone cannot say.

import { asList, asRecord, isRecord, type JsonRecord } from '../json.ts'
import { CONTAINERS } from './containers.ts'
import { CONTENT_COMPONENTS } from './content-components.ts'
import { INTERACTIVE_COMPONENTS } from './interactive-components.ts'
import { checkShape, list, type Shape, text, wrong } from './kinds.ts'
import { margin } from './look-kinds.ts'
import { CardProblem } from './problem.ts'
import { tableRows } from './table-rows.ts'
import type { Walk } from './walk.ts'

/** Properties of every element. */
const COMMON: Shape = {
  tag: text(),
  margin,
  element_id: (value, path, walk) => {
    if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(value)) {
      throw wrong(value, 'an element_id: a letter, then letters, digits or _, 20 at most', path)
    }
    walk.takeId(value, path)
  },
}

/** Elements that stand in no container. */
const ONLY_AT_THE_ROOT = new Set(['form', 'table'])

/** Checks a list of elements inside the container that the walk is in. */
export function checkElements(value: unknown, path: string, walk: Walk): void {
  list(checkElement)(value, path, walk)
}

function checkElement(value: unknown, path: string, walk: Walk): void {
  if (!isRecord(value)) throw wrong(value, 'an element', path)
  const tag = String(value['tag'])
  const at = `${path}(tag: ${tag})`
  const shape = findShape(tag)
  if (shape === null)
    throw new CardProblem(
      200861,
      `cards of schema V2 no longer support this capability; unsupported tag ${tag}`,
      at,
    )
  checkPlace(tag, at, walk)
  walk.countElement(at)
  if (tag === 'table') walk.countTable(at)
  checkName(value, at, walk)
  checkShape(value, { ...COMMON, ...shape }, { path: at, walk })
  RULES[tag]?.(value, at, walk)
  if (walk.insideForm) FORM_RULES[tag]?.(value, at, walk)
}

function findShape(tag: string): Shape | null {
  for (const group of [CONTAINERS, CONTENT_COMPONENTS, INTERACTIVE_COMPONENTS]) {
    const shape = Object.hasOwn(group, tag) ? group[tag] : undefined
    if (shape !== undefined) return shape
  }
  return null
}

function checkPlace(tag: string, path: string, walk: Walk): void {
  const container = walk.containers.at(-1)
  const fits = (container === 'column_set') === (tag === 'column')
  if (!fits) throw new CardProblem(11310, `${tag} may not stand in ${container ?? 'body'}`, path)
  if (container !== undefined && ONLY_AT_THE_ROOT.has(tag)) {
    throw new CardProblem(11310, `${tag} may only stand at the root of the card`, path)
  }
}

/** A name is taken once in a card; in a form every input and button has one. */
function checkName(element: JsonRecord, path: string, walk: Walk): void {
  const { tag, name } = element
  const takesPart = Object.hasOwn(INTERACTIVE_COMPONENTS, String(tag)) && tag !== 'overflow'
  const needed = tag === 'form' || (walk.insideForm && takesPart)
  if (needed && (name === undefined || name === '')) {
    throw new CardProblem(200530, 'the name of a form element is empty', path)
  }
  if (typeof name === 'string' && name !== '') walk.takeName(name, path)
}

type Rule = (element: JsonRecord, path: string, walk: Walk) => void

const needsBehaviors: Rule = (element, path, walk) => {
  if (!walk.insideForm && element['behaviors'] === undefined) {
    throw new CardProblem(200621, 'parse card json err, behaviors is required', path)
  }
}

const differingValues: Rule = (element, path) => {
  const values = asList(element['options']).map((each) => asRecord(each)['value'])
  if (new Set(values).size < values.length) throw new CardProblem(11310, 'option values are duplicate', path)
}

const placeholderOr =
  (initial: string): Rule =>
  (element, path) => {
    if (element['placeholder'] === undefined && element[initial] === undefined) {
      throw new CardProblem(200621, `parse card json err, placeholder or ${initial} is required`, path)
    }
  }

/** Rules of single components beyond their properties. */
const RULES: { readonly [tag: string]: Rule } = {
  form: (element, path) => {
    if (!hasSubmit(element['elements'])) throw new CardProblem(11310, 'a form needs a submit button', path)
  },
  table: (element, path, walk) => tableRows(element, path, walk),
  person_list: (element, path, walk) => {
    if (element['drop_invalid_user_id'] === true) return
    for (const person of asList(element['persons'])) walk.checkPerson(String(asRecord(person)['id']), path)
  },
  select_static: differingValues,
  multi_select_static: differingValues,
  date_picker: placeholderOr('initial_date'),
  picker_time: placeholderOr('initial_time'),
  picker_datetime: placeholderOr('initial_datetime'),
  select_img: (element, path, walk) => {
    needsBehaviors(element, path, walk)
    if (element['multi_select'] === true && !walk.insideForm) {
      throw new CardProblem(11310, 'multi_select works only inside of a form', path)
    }
  },
}

const FORM_RULES: { readonly [tag: string]: Rule } = {
  button: (element, path) => {
    if (element['form_action_type'] === undefined) {
      throw new CardProblem(11310, 'a button in a form needs form_action_type', path)
    }
  },
}

function hasSubmit(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasSubmit)
  if (!isRecord(node)) return false
  const submits = node['tag'] === 'button' && node['form_action_type'] === 'submit'
  return submits || hasSubmit(node['elements']) || hasSubmit(node['columns'])
}
