// Sabotages of the door: signature, freshness, cipher, parsing, acknowledgement, and the way out.

import type { Mutant } from './mutant.ts'

const DOOR = ['test/platform/lark/door.test.ts']
const ROUTES = ['test/platform/lark/routes.test.ts']
const CLIENT = ['test/platform/lark/client.test.ts']
const OUTBOX = ['test/storage/outbox.test.ts']
const verify = 'src/platform/lark/verify.ts'
const crypto = 'src/platform/lark/crypto.ts'
const door = 'src/platform/lark/door.ts'
const json = 'src/platform/lark/strict-json.ts'
const routes = 'src/platform/lark/routes.ts'

export const AT_THE_DOOR: readonly Mutant[] = [
  {
    what: 'a request signed in the future is taken',
    file: verify,
    find: ' || signedAgoMs < -LIMITS.clockSkewMs',
    replace: '',
    tests: DOOR,
  },
  {
    what: 'a request signed long ago is taken',
    file: verify,
    find: 'signedAgoMs > LIMITS.signedAgoMs || ',
    replace: '',
    tests: DOOR,
  },
  {
    what: 'the window is ten times as wide',
    file: 'src/platform/lark/limits.ts',
    find: 'signedAgoMs: 8 *',
    replace: 'signedAgoMs: 80 *',
    tests: DOOR,
  },
  {
    what: 'a timestamp may have any number of digits',
    file: verify,
    find: '/^\\d{10}$/',
    replace: '/^\\d+$/',
    tests: ['test/trust/signature-forms.test.ts'],
  },
  {
    what: 'a nonce may be anything',
    file: verify,
    find: '/^[\\x21-\\x2b\\x2d-\\x7e]{1,64}$/',
    replace: '/^[^]*$/',
    tests: ['test/trust/signature-forms.test.ts'],
  },
  {
    what: 'a wrong signature is taken',
    file: verify,
    find: "? null : 'bad_signature'",
    replace: '? null : null',
    tests: DOOR,
  },
  {
    what: 'the signature is checked over the parsed body',
    file: crypto,
    find: '    .update(body)',
    replace: "    .update(JSON.stringify(JSON.parse(Buffer.from(body).toString('utf8'))))",
    tests: DOOR,
  },
  {
    what: 'a signature of another length or case is compared',
    file: crypto,
    find: '/^[0-9a-f]{64}$/',
    replace: '/^[0-9a-f]*$/i',
    tests: DOOR,
  },
  {
    what: 'secrets of different lengths are compared byte by byte',
    file: crypto,
    find: 'left.length === right.length && ',
    replace: '',
    tests: DOOR,
  },
  {
    what: 'a door opens without keys',
    file: door,
    find: "if (encryptKey === '' || verificationToken === '')",
    replace: 'if (false)',
    tests: ['test/trust/fail-closed.test.ts'],
  },
  {
    what: 'any token is ours',
    file: door,
    find: 'token !== null && isSameSecret(token, verificationToken)',
    replace: 'token !== null',
    tests: DOOR,
  },
  {
    what: 'a missing token is ours',
    file: door,
    find: 'token !== null && isSameSecret(token, verificationToken)',
    replace: 'token === null || isSameSecret(token, verificationToken)',
    tests: DOOR,
  },
  {
    what: 'an event in plain text is taken',
    file: door,
    find: "    if (!opened.encrypted) return refused('plaintext')\n",
    replace: '',
    tests: DOOR,
  },
  {
    what: 'an unsigned event is taken',
    file: door,
    find: "    if (!signed) return refused('unsigned')\n    if (!opened",
    replace: '    if (!opened',
    tests: DOOR,
  },
  {
    what: 'an event of another application is taken',
    file: 'src/platform/lark/envelope.ts',
    find: "  if (header.app_id !== reader.appId) return refused('wrong_app')\n",
    replace: '',
    tests: DOOR,
  },
  {
    what: 'a doubled key is taken',
    file: json,
    find: 'countKeys(value) === members ?',
    replace: 'countKeys(value) >= 0 ?',
    tests: DOOR,
  },
  {
    what: 'JSON may be nested as deep as it likes',
    file: json,
    find: '    if (depth > maxDepth) return null\n',
    replace: '',
    tests: DOOR,
  },
  {
    what: '__proto__ is a key like any other',
    file: json,
    find: '    if (FORBIDDEN_KEYS.has(key)) return Number.NaN\n',
    replace: '',
    tests: DOOR,
  },
  {
    what: 'the door reads a body of any size',
    file: door,
    find: "      if (bytes.byteLength > LIMITS.requestBytes) return refused('too_large')\n",
    replace: '',
    tests: DOOR,
  },
  {
    what: 'a streamed body is read without end',
    file: 'src/platform/lark/body.ts',
    find: '    if (length > maxBytes) return null\n',
    replace: '',
    tests: ['test/trust/body-limit.test.ts'],
  },
  {
    what: 'a refusal tells its reason',
    file: routes,
    find: "{ error: 'refused' }, 400",
    replace: '{ error: received.reason }, 400',
    tests: ROUTES,
  },
  {
    what: 'a refusal is answered 200',
    file: routes,
    find: "{ error: 'refused' }, 400",
    replace: "{ error: 'refused' }, 200",
    tests: ROUTES,
  },
  {
    what: 'an event is acknowledged before it is stored',
    file: routes,
    find: 'await options.accept(inbound, raw)',
    replace: 'void options.accept(inbound, raw).catch(() => undefined)',
    tests: ROUTES,
  },
  {
    what: 'an event that could not be stored is acknowledged',
    file: routes,
    find: "throw new HTTPException(503, { message: 'not stored', cause })",
    replace: 'return { cause: String(cause).length }',
    tests: ROUTES,
  },
  {
    what: 'an error for good is tried again for ever',
    file: 'src/platform/lark/errors.ts',
    find: "  if (findRemedy(failure) !== 'retry') return { outcome: 'dead', code }\n",
    replace: '',
    tests: CLIENT,
  },
  {
    what: 'the wait that the platform asks for is not kept',
    file: 'src/platform/lark/errors.ts',
    find: 'afterMs: waitMs ?? RETRY_AFTER_MS',
    replace: 'afterMs: RETRY_AFTER_MS',
    tests: CLIENT,
  },
  {
    what: 'a repetition has another idempotency key',
    file: 'src/storage/outbox.ts',
    find: 'messenger.send({ id: row.id,',
    replace: 'messenger.send({ id: crypto.randomUUID(),',
    tests: OUTBOX,
  },
  {
    what: 'a send is repeated when the platform no longer knows it',
    file: 'src/storage/outbox.ts',
    find: 'const REPEATABLE_MS = 55 *',
    replace: 'const REPEATABLE_MS = 55_000 *',
    tests: OUTBOX,
  },
  {
    what: 'the pace of a receiver is not kept',
    file: 'src/storage/outbox.ts',
    find: 'const PER_SECOND = 5\n',
    replace: 'const PER_SECOND = 5000\n',
    tests: OUTBOX,
  },
  {
    what: 'the service starts without keys for personal data',
    file: 'src/config.ts',
    find: "'LARK_VERIFICATION_TOKEN', 'PII_KEYS']",
    replace: "'LARK_VERIFICATION_TOKEN']",
    tests: ['test/trust/fail-closed.test.ts'],
  },
]
