// What looks like time in English and is none: may I, march on, amounts, counted things, versions, terms.
import type { Recogniser } from '../piece.ts'

const skip = () => ({ type: 'skip' }) as const

const verbs: Recogniser = {
  starts: 'msdno',
  pattern:
    /may (?:i|we|you|he|she|they|it|be|not|have|need|want|well|also|take|contain|include|or|as|just|result|cause|vary|change|apply|affect|require)\b|march (?:on|in|out|to|forward|with|against)\b(?! \d)|sat (?:down|in|on|with|through|at|by|for|next)\b|wed to\b|second (?:opinion|thought|chance|time|hand|look|to none|mortgage|home|one|half(?! of (?:the year|this|next|last|20))|person|card|account)|one (?:of|more|another|by|to|and only|on)\b|on time|in time\b|some ?time(?:s|\b)|this is|the sun\b|the second(?: one|,)/y,
  read: skip,
}

/** April Wong, May Chen: a month in front of a surname is a first name. */
const firstNames: Recogniser = {
  starts: 'amj',
  pattern:
    /(?:april|may|june|august)(?= (?:wong|chan|chen|lam|lee|li|liu|wang|zhang|zhao|huang|zhou|wu|xu|sun|zhu|hu|lin|guo|gao|luo|yang|yip|ho|tan|lim|ng|kim|park|smith|jones|brown|taylor|carter|hill|wood)\b)/y,
  read: skip,
}

const counted: Recogniser = {
  starts: '0123456789',
  pattern:
    /\d{1,9}(?:[.,]\d{1,6}){0,4}[ -]?(?:k\b|w\b|million|mn\b|bn\b|billion|m rmb|rmb|cny|usd|yuan|dollars?|percent|%|bps?\b|basis points?|points?\b|people|persons?|customers?|clients?|items?|shares?|times?\b|calls?\b|visits?|stars?|students?|pm2|kg\b|km\b|pages?|copies|tickets?|deals?|tasks?|orders?|x\b|gb\b|mb\b|-?(?:year|month|yr)s?[ -](?:term|fixed|deposit|note|bond|loan|mortgage|cd\b|certificate|treasury|old))/y,
  read: skip,
}

const numbered: Recogniser = {
  starts: 'vtncreafibpsou',
  pattern:
    /(?:version|ver|v|no\.?|number|room|ext\.?|extension|flight|line|page|chapter|section|step|level|ratio|score|option|phase|round|ticket|ref|code|pin|account|card ending(?: in)?|ending in|ending|building|floor|bus|platform|part|item|iphone|top|tier|apt|suite|flat|unit)(?: (?:is|was|of))? ?[#:]? ?\d[\w.:-]{0,20}/y,
  read: skip,
}

const term: Recogniser = {
  starts: 'otfsen',
  pattern:
    /(?:one|two|three|four|five|six|ten|twelve|twenty|thirty)[ -](?:year|month)s?[ -](?:term|fixed|deposit|note|bond|loan|mortgage|cd\b|certificate|treasury|old)/y,
  read: skip,
}

export const notTimeParsers: readonly Recogniser[] = [verbs, firstNames, counted, numbered, term]
