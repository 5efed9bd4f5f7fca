// What looks like time in English and is none: may I, march on, amounts, counted things, versions, terms.
import type { Recogniser } from '../piece.ts'
import { firstNameParsers } from './first-names.ts'
import { MONTH, WEEKDAY } from './names.ts'

/** Words that stand between a time and a place: at 3 on Main Street. */
const NO_STREET =
  'on|in|at|by|near|from|to|for|with|and|or|of|am|pm|sharp|today|tomorrow|tonight|this|next|the|outside|opposite|along'

const skip = () => ({ type: 'skip' }) as const

const verbs: Recogniser = {
  starts: 'msdnotufa',
  pattern:
    /may (?:i|we|you|he|she|they|it|be|not|have|need|want|well|also|take|contain|include|or|as|just|result|cause|vary|change|apply|affect|require)\b|march (?:on|in|out|to|forward|with|against)\b(?! \d)|(?<!\b(?:on|this|next|last|by) )sat (?:down|in|on|with|through|at|by|for|next)\b|(?<!\bon )wed to\b|second (?:opinion|thought|chance|time|hand|look|to none|mortgage|home|one|half(?! of (?:the year|this|next|last|20))|person|card|account)|one (?:of|more|another|by|to|and only|on)\b|on time|in time\b|some ?time(?:s|\b)|this is|usa today|an august|tgi ?friday'?s?|friday's (?=restaurant|bar|grill|diner|menu)|(?<=\bat )friday's(?= ?(?:$|[,.;!?]))|ten to one (?=he|she|they|it|we|you)|the sun\b|the second(?: one|,)/y,
  read: skip,
}

const counted: Recogniser = {
  starts: '0123456789',
  pattern:
    /\d{1,9}(?:[.,]\d{1,6}){0,4}[ -]?(?:k\b|w\b|million|mn\b|bn\b|billion|m rmb|rmb|cny|usd|yuan|dollars?|percent|%|bps?\b|basis points?|points?\b|people|persons?|customers?|clients?|items?|shares?|times?\b|calls?\b|visits?|stars?|students?|pm2|kg\b|km\b|pages?|copies|tickets?|deals?|tasks?|orders?|branch(?:es)?\b|offices\b|sites\b|stores\b|shops\b|counters\b|atms\b|seats\b|accounts\b|cards\b|cities\b|firms\b|companies\b|x\b|gb\b|mb\b|-?(?:year|month|yr)s?[ -](?:term|fixed|deposit|note|bond|loan|mortgage|cd\b|certificate|treasury|old))/y,
  read: skip,
}

/** 10 Downing Street, 18 March Road: a house, whatever the street is called. */
const house: Recogniser = {
  starts: '0123456789',
  pattern: new RegExp(
    `\\d{1,5} (?:${MONTH}|(?!(?:${MONTH}|${WEEKDAY}|${NO_STREET})\\b)[a-z]{2,15}(?: (?!(?:${NO_STREET})\\b)[a-z]{2,15})?) (?:street|road|avenue|lane|boulevard|blvd|crescent|terrace|plaza|square)\\b`,
    'y',
  ),
  read: skip,
}

const numbered: Recogniser = {
  starts: 'vtncreafibpsou',
  pattern:
    /(?:version|ver|v|no\.?|number|room|ext\.?|extension|flight|line|page|chapter|section|step|level|ratio|score|option|phase|round|ticket|ref|code|pin|account|card ending(?: in)?|ending in|ending|building|floor|bus|platform|part|item|iphone|top|tier|apt|suite|flat|unit)(?: (?:is|was|of))? ?[#:]? ?\d[\w.:-]{0,20}/y,
  read: skip,
}

/** the daily limit, an annual fee: how something is counted, and nothing that comes back to be done. */
const measured: Recogniser = {
  starts: 'dwmqay',
  pattern:
    /(?:daily|weekly|monthly|quarterly|annual|yearly)(?= (?:limits?|fees?|statements?|income|salary|turnover|interest|rate|balance|average|cap|quota|spend|spending|revenue|budget|allowance)\b)/y,
  read: skip,
}

const term: Recogniser = {
  starts: 'otfsen',
  pattern:
    /(?:one|two|three|four|five|six|ten|twelve|twenty|thirty)[ -](?:year|month)s?[ -](?:term|fixed|deposit|note|bond|loan|mortgage|cd\b|certificate|treasury|old)/y,
  read: skip,
}

export const notTimeParsers: readonly Recogniser[] = [
  verbs,
  ...firstNameParsers,
  counted,
  house,
  numbered,
  measured,
  term,
]
