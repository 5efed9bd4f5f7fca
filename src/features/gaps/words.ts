// What each kind of gap is called.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import type { GapKind } from '../../core/gap.ts'

export const KIND_WORDS: Readonly<Record<GapKind, BothLanguages>> = {
  missed: say('未识别', 'Missed'),
  asked: say('曾询问', 'Asked'),
  chosen: say('已选定', 'Chosen'),
  dropped: say('都不是', 'None of them'),
  edited: say('被修改', 'Edited'),
  undone: say('被撤销', 'Undone'),
}
