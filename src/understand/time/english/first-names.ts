// April Wong, ask June about the loan, August has signed: months that are people.
import type { Recogniser } from '../piece.ts'

const skip = () => ({ type: 'skip' }) as const

const STARTS = 'amj'
const NAME = '(?:april|may|june|august)'
// "May" asks and allows far more often than it is a person.
const CLEAR_NAME = '(?:april|june|august)'

const SURNAME =
  'wong|chan|chen|lam|lee|li|liu|wang|zhang|zhao|huang|zhou|wu|xu|sun|zhu|hu|lin|guo|gao|luo|yang|yip|ho|tan|lim|ng|kim|park|smith|jones|brown|taylor|carter|hill|wood'

const beforeSurname: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(`${NAME}(?= (?:${SURNAME})\\b)`, 'y'),
  read: skip,
}

/** Words of a month behind its name: June 5, the June statement. */
const DATED =
  '(?! ?,? ?(?:\\d|the \\d)| (?:to|and|or|-) ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:first|second|third|statement|report|figures|numbers|sales|results|data|bill|invoice|plan|campaign|targets?|promotion|newsletter|of)\\b)'

/** hi April, my colleague June, thanks August: who is spoken to or introduced. */
const addressed: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(
    `(?:(?<=\\b(?:ms|mrs|mr|miss|dr)\\.? )${NAME}|(?<=\\b(?:hi|hello|hey|dear|thanks|thank you|cheers|colleague|teller|assistant|manager|secretary|named) )${CLEAR_NAME}(?= ?(?:$|[,.;:!?-]| and\\b))|(?<=\\b(?:hi|hello|dear) )may(?= ?(?:$|[,.!])))${DATED}`,
    'y',
  ),
  read: skip,
}

/** ask June about it, talk to April: verbs whose object is a person. */
const object: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(
    `(?<=\\b(?:ask|asked|tell|told|call|called|email|emailed|text|texted|remind|invite|phone|ring|message|ping|inform|notify|thank|let|(?:meet|met|speak|spoke|chat|talk|talked|lunch|dinner) with|(?:talk|talked|speak|spoke|write|report) to) )(?:${CLEAR_NAME}${DATED}|may(?= (?:to|about|if|whether|that)\\b))`,
    'y',
  ),
  read: skip,
}

const SPEECH =
  'said|says|told|tells|asked|asks|called|calls|wants|wanted|thinks|thought|knows|knew|agreed|agrees|wrote|replied|replies|confirmed|complained|mentioned|prefers|bought|signed|emailed|spoke|paid|sent|smiled'

/** June said, April wants, August has signed: what only people do. */
const subject: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(
    `(?:${NAME}(?= (?:${SPEECH})\\b)|${CLEAR_NAME}(?= (?:(?:has|have|hasn't|had) (?:${SPEECH}|left|been)|(?:will|would|can|could|should) (?:call|sign|ask|send|tell|email|join|handle|help|reply|meet|like|let)|didn't|doesn't|did not|does not|and i|is (?:on leave|away|asking|calling|waiting|happy|sick)|is (?:our|my|an?|the) (?![a-z ]{0,30}(?:month|quarter|season|time|deadline|peak|start|end|close|target|launch|cut-?off|review|meeting|renewal|maturity|date|latest|earliest|best|first|last|goal)\\b))\\b|, (?:our|my) (?:new )?(?:colleague|teller|manager|assistant|boss|client|customer|adviser|advisor)\\b|'s (?:birthday|phone|email|desk|husband|wife|mother|son|daughter|request|message|manager)\\b)|may(?= is (?:our|my)\\b))`,
    'y',
  ),
  read: skip,
}

/** does June know, is April there. */
const questioned: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(
    `(?<=\\b(?:does|did|is|was|has|can|will|would|could) )${CLEAR_NAME}(?= (?:know|there|here|aware|around|coming|want|need|have|agree|sign|call|our|my|joining)\\b)`,
    'y',
  ),
  read: skip,
}

export const firstNameParsers: readonly Recogniser[] = [beforeSurname, addressed, object, subject, questioned]
