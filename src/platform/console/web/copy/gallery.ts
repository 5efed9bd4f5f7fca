// Words of the gallery of cards.

import { say } from '../../../../../cards/kit/words.ts'

export const copy = {
  search: say('按名称查找卡片', 'Find a card by name'),
  width: say('宽度', 'Width'),
  widths: {
    both: say('两种', 'Both'),
    phone: say('手机 375', 'Phone 375'),
    desk: say('桌面 600', 'Desk 600'),
  },
  bytes: say('字节', 'Bytes'),
  elements: say('元素', 'Elements'),
  count: (cards: number, files: number) =>
    say(`${cards} 张卡片，来自 ${files} 个文件`, `${cards} cards from ${files} files`),
} as const
