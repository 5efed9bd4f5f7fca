// How people point at a customer: by id, code, phone, last digits, surname with a title, or name.

/** What the words of a `customer` slot point at. */
export type CustomerReference =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'phone'; readonly digits: string }
  | { readonly by: 'tail'; readonly digits: string }
  | { readonly by: 'title'; readonly surname: string; readonly gender: 'male' | 'female' | null }
  | { readonly by: 'name'; readonly name: string }

const MALE = /^(先生|哥|叔|叔叔|大哥|伯伯|大爷)$/
const FEMALE = /^(女士|小姐|姐|太太|夫人|阿姨|大姐|妹|老太太)$/
const TITLE =
  /^(\p{Script=Han}{1,2})(先生|女士|小姐|太太|夫人|大哥|大姐|叔叔|阿姨|伯伯|大爷|老太太|哥|姐|叔|妹|总|经理|老师|主任|老板|工|局长|院长|校长|厂长|董|医生|教授|师傅|书记|科长|处长)$/u
const ENGLISH_TITLE = /^(mr|ms|mrs|miss|dr)\.?\s+(.+)$/i

/** Reads the words of a `customer` slot. */
export function parseCustomerReference(said: string): CustomerReference {
  const text = said.normalize('NFKC').trim()
  if (/^id:[0-9a-f-]{36}$/.test(text)) return { by: 'id', id: text.slice(3) }
  if (/^C\d{6}$/i.test(text)) return { by: 'code', code: text.toUpperCase() }
  const phone = text.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  if (/^1\d{10}$/.test(phone)) return { by: 'phone', digits: phone }
  if (/^\*?\d{4}$/.test(text)) return { by: 'tail', digits: text.replace('*', '') }
  return parseTitle(text) ?? { by: 'name', name: text }
}

function parseTitle(text: string): CustomerReference | null {
  const [, surname, title] = TITLE.exec(text) ?? []
  if (surname !== undefined && title !== undefined) return { by: 'title', surname, gender: genderOf(title) }
  const [, english, name] = ENGLISH_TITLE.exec(text) ?? []
  if (english === undefined || name === undefined) return null
  return {
    by: 'title',
    surname: name,
    gender: /^mr$/i.test(english) ? 'male' : /^dr$/i.test(english) ? null : 'female',
  }
}

function genderOf(title: string): 'male' | 'female' | null {
  if (MALE.test(title)) return 'male'
  return FEMALE.test(title) ? 'female' : null
}
