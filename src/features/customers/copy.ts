// The words of the customers' domain.

import { say } from '../../../cards/kit/index.ts'

export const copy = {
  choose: say('选择', 'Choose'),
  cancel: say('取消', 'Cancel'),
} as const
