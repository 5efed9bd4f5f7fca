// The list of components: which tag is drawn by what. A tag that is missing here never gets this far (refusal.ts).

import { Button } from './button.tsx'
import { CardImage } from './card-image.tsx'
import { Chart } from './chart.tsx'
import { Checker } from './checker.tsx'
import { CollapsiblePanel } from './collapsible-panel.tsx'
import { ColumnSet } from './column-set.tsx'
import { DatePicker, DatetimePicker, TimePicker } from './date-picker.tsx'
import { Div } from './div.tsx'
import type { Drawers } from './element.tsx'
import { Form } from './form.tsx'
import { ImageCombination } from './image-combination.tsx'
import { Input } from './input.tsx'
import { InteractiveContainer } from './interactive-container.tsx'
import { MarkdownElement } from './markdown-element.tsx'
import { Overflow } from './overflow.tsx'
import { Person, PersonList } from './person.tsx'
import { MultiSelectPerson, MultiSelectStatic, SelectPerson, SelectStatic } from './select.tsx'
import { SelectImage } from './select-image.tsx'
import { Table } from './table.tsx'

function Rule() {
  return <hr class="card-rule" />
}

// Each component names the shape of its own tag; the map is the one place where tag and shape meet.
/** What draws each tag. */
export const drawers = {
  button: Button,
  chart: Chart,
  checker: Checker,
  collapsible_panel: CollapsiblePanel,
  column_set: ColumnSet,
  date_picker: DatePicker,
  div: Div,
  form: Form,
  hr: Rule,
  img: CardImage,
  img_combination: ImageCombination,
  input: Input,
  interactive_container: InteractiveContainer,
  markdown: MarkdownElement,
  multi_select_person: MultiSelectPerson,
  multi_select_static: MultiSelectStatic,
  overflow: Overflow,
  person: Person,
  person_list: PersonList,
  picker_datetime: DatetimePicker,
  picker_time: TimePicker,
  select_img: SelectImage,
  select_person: SelectPerson,
  select_static: SelectStatic,
  table: Table,
} as unknown as Drawers
