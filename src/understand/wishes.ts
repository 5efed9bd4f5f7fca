// Takes a message with several wishes apart: 顺便, 另外, also. A note's next appointment is no wish of its own.

/** Where one wish ends and the next begins; the words themselves belong to neither. */
const CONNECTIVES =
  /[\s,，。;；、.!！]{0,4}(?:顺(?:便|手|带)(?![^,，。;；]{0,6}[了过])(?:再)?(?:帮我|给我|把)?|另外(?:再)?(?:帮我|给我)?|此外|还有(?:就是)?[,，]|还有(?=帮|给|把|提醒|建|新建)|同时(?:帮我|给我|再)|并(?:且)?(?=帮我|提醒我|新建|创建|建个|建一|给(?:他|她)(?:打|加|贴)|打(?:上|个)标签|开(?:个|一)|提醒)|再(?=帮我|提醒我|新建|创建|建个|建一|开个|开一|给他打|给她打|加个|打个标签|记)|然后(?=帮我|提醒我|新建|创建|建个|建一|开个|给他打标|给她打标)|并且帮我|\b(?:and also|also|plus|additionally|besides|btw|by the way|and then|then|and)\b,?\s+(?=(?:please |pls )?(?:remind|create|open|add|tag|log|mark|move|set|schedule|assign|update|draft|send|close|approve|make|put)\b))/gi

// a further wish is stated early; what is longer is a note
const SEARCHED_LENGTH = 600

/** The parts of a message, in their order; one part where it holds one wish. */
export function splitWishes(text: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const match of text.slice(0, SEARCHED_LENGTH).matchAll(CONNECTIVES)) {
    if (match.index <= from) continue
    const part = text.slice(from, match.index)
    if (part.trim().length < 4) continue
    parts.push(part)
    from = match.index + match[0].length
    if (parts.length >= 4) break
  }
  parts.push(text.slice(from))
  return parts
}
