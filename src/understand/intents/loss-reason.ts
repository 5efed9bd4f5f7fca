// Why an opportunity was lost, as the message tells it. Knows nothing of stages.

import type { Reading } from '../reading.ts'

const REASONS: readonly RegExp[] = [
  /(?:原因|理由)(?:是|为|:|：|就是|在于)?\s*(?<reason>[^。;；]{2,60})/,
  /(?:因为|由于|说是|嫌|主要是|毕竟)\s*(?<reason>[^。;；]{2,60})/,
  /(?:丢单|丢了|黄了|失败|没成|没谈成|没戏|泡汤|告吹|输了|流单|凉了)(?:了|掉)?\s*[,，。:：;\s]\s*(?<reason>[^。;；]{2,60})/,
  /(?<reason>(?:被|让|去|选)[^,，。;；]{1,14}(?:抢|挖|撬|截)[^,，。;；]{0,8}|(?:选|去)了(?:别|他|其他|隔壁)[^,，。;；]{0,12}|[^,，。;；]{0,8}(?:利率|价格|收益|费率|额度)(?:太|比|没|不)[^,，。;；]{1,14})/,
  /\b(?:because(?: of)?|reason(?: is|:|was)?|due to|since)\s+(?<reason>[^.;]{2,80})/i,
  /\b(?:lost|dead|fell through|closed[- ]lost)\b[^,.;:-]{0,44}[,;:-]\s*(?<reason>[^.;]{2,80})/i,
  /(?<reason>\b(?:went (?:with|to)|lost (?:it )?to|chose|picked)\b[^.;,]{2,60})/i,
]

/** Why the opportunity was lost; undefined where the message tells no reason. */
export function readReason(reading: Reading): string | undefined {
  for (const form of REASONS) {
    const reason = reading.folded.match(form)?.groups?.['reason']
    if (reason !== undefined) return reason.replace(/^[\s,，:]+|[\s,，。.!！吧]+$/g, '')
  }
  return undefined
}
