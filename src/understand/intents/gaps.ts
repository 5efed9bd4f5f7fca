// Wishes about the understanding itself: what it missed, and what was put right.

import { cue, type IntentRule } from './rule.ts'

/** The rules of this family. Like everything that only an administrator asks for, it has no examples to learn from. */
export const GAP_RULES: readonly IntentRule[] = [
  {
    intent: 'gap.list',
    cues: [
      cue(
        15,
        '^<->(?:请|查看|看看|看一?下|导出|列出|有哪些|哪些)*(?:没|没有|未)(?:能)?(?:听|看|读)?(?:懂|识别|理解)(?:出来|到|了|过)?的?(?:消息|话|句子|内容|说法)?(?:有哪些|清单|列表|名单)?<->$',
      ),
      cue(15, '(?:理解|识别)(?:的)?(?:缺口|盲区|偏差)(?:清单|列表|有哪些)?<->$'),
      cue(
        15,
        '^<->(?:查看|看看|导出)?(?:被)?(?:更正|纠正|改正)(?:过|了)?的(?:消息|识别|理解)(?:清单|列表)?<->$',
      ),
      cue(
        15,
        '^<->(?:please )?(?:show |list |export |which |the |what )*(?:messages?|sentences?|words)?\\s*(?:that )?(?:were |was |you )?(?:not understood|missed|did not understand|misunderstood)<->$',
      ),
      cue(15, '^<->(?:show |list |export |the )*(?:gap list|list of gaps|understanding gaps|gaps)<->$'),
    ],
    slots: () => ({}),
  },
]
