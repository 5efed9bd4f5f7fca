// Environment → Config, once, at start. Every fault is named at once; nothing fails open.

import { z } from 'zod'
import { fail, ok, type Result } from './core/result.ts'
import { fromBase64 } from './storage/seal.ts'

/** Exit code for a wrong setting (sysexits.h, EX_CONFIG). */
export const EXIT_CONFIG = 78

export interface LarkConfig {
  readonly appId: string
  readonly appSecret: string
  readonly encryptKey: string
  readonly verificationToken: string
  /** Base address of the open platform, without a slash at the end. */
  readonly domain: string
  readonly transport: 'webhook' | 'websocket'
}

/** An OpenAI-compatible language model. */
export interface LlmConfig {
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string
  /** Calls that one instance may make on one day. */
  readonly callsADay: number
}

export interface DataKey {
  readonly id: string
  readonly key: Uint8Array
}

export interface Config {
  /** `demo` without LARK_APP_ID: embedded bank, stand-in platform, console. */
  readonly mode: 'demo' | 'service'
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Null in the demo, which makes its own. */
  readonly lark: LarkConfig | null
  /** IANA zone of the bank. */
  readonly zone: string
  /** Data keys, the first seals; null where the demo keeps its own beside its database. */
  readonly piiKeys: readonly DataKey[] | null
  readonly publicUrl: string | null
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** Where checkpoints of the audit chain go: a file (Node only), and a conversation or none. */
  readonly audit: { readonly file: string; readonly conversation: string | null }
  readonly backup: {
    /** Folder of the daily backup; null for none. */
    readonly folder: string | null
    /** Keys of backups, the first seals; null to make them of the data keys. */
    readonly keys: readonly DataKey[] | null
  }
  readonly llm: LlmConfig | null
}

/** One wrong setting: its name and what to do about it. */
export interface ConfigFault {
  readonly setting: string
  readonly fault: string
}

const blankIsMissing = (value: unknown) => (value === '' ? undefined : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankIsMissing, schema.optional())
const url = (protocols: RegExp) =>
  z.url({
    protocol: protocols,
    error: `must be an address beginning with ${protocols.source.replace(/[\^$()?:]/g, '')}`,
  })

const Environment = z.object({
  PORT: z.preprocess(
    blankIsMissing,
    z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  ),
  HOST: z.preprocess(blankIsMissing, z.string().default('127.0.0.1')),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
  ),
  DATA_DIR: z.preprocess(blankIsMissing, z.string().default('./data')),
  LARK_APP_ID: optional(z.string().regex(/^cli_\w+$/, 'must be an application id, cli_…')),
  LARK_APP_SECRET: optional(z.string()),
  LARK_ENCRYPT_KEY: optional(z.string()),
  LARK_VERIFICATION_TOKEN: optional(z.string()),
  LARK_DOMAIN: z.preprocess(blankIsMissing, url(/^https?$/).default('https://open.feishu.cn')),
  LARK_TRANSPORT: z.preprocess(
    blankIsMissing,
    z.enum(['webhook', 'websocket'], { error: 'must be webhook or websocket' }).default('webhook'),
  ),
  BANK_TIMEZONE: z.preprocess(
    blankIsMissing,
    z.string().refine(isZone, 'must be an IANA time zone such as Asia/Shanghai').default('Asia/Shanghai'),
  ),
  PII_KEYS: optional(z.string().transform(parseKeys)),
  PUBLIC_URL: optional(url(/^https?$/)),
  LOG_LEVEL: z.preprocess(
    blankIsMissing,
    z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent',
      })
      .default('info'),
  ),
  AUDIT_CHECKPOINT_FILE: optional(z.string()),
  AUDIT_CHECKPOINT_CHAT: optional(z.string().regex(/^oc_\w+$/, 'must be the id of a group, oc_…')),
  BACKUP_DIR: optional(z.string()),
  BACKUP_KEYS: optional(z.string().transform(parseKeys)),
  LLM_BASE_URL: optional(url(/^https?$/)),
  LLM_MODEL: optional(z.string()),
  LLM_API_KEY: optional(z.string()),
  LLM_CALLS_A_DAY: z.preprocess(
    blankIsMissing,
    z.coerce.number({ error: 'must be a number' }).int().min(0).default(1000),
  ),
})
type Environment = z.output<typeof Environment>

/** Reads the environment. @returns every fault where there is any */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly ConfigFault[]> {
  const parsed = Environment.safeParse(environment)
  const faults: ConfigFault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ setting: issue.path.join('.'), fault: issue.message }))
  faults.push(...missingTogether(environment))
  return parsed.success && faults.length === 0 ? ok(toConfig(parsed.data)) : fail(faults)
}

/** What must be there once something else is: the service never starts without its keys. */
function missingTogether(environment: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  const has = (name: string) => (environment[name] ?? '') !== ''
  const faults: ConfigFault[] = []
  const need = (names: readonly string[], because: string) => {
    for (const setting of names)
      if (!has(setting)) faults.push({ setting, fault: `is missing; it is needed ${because}` })
  }
  if (has('LARK_APP_ID'))
    need(
      ['LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN', 'PII_KEYS'],
      'because LARK_APP_ID is set',
    )
  if (has('LLM_BASE_URL')) need(['LLM_MODEL', 'LLM_API_KEY'], 'because LLM_BASE_URL is set')
  if (
    environment['LARK_TRANSPORT'] === 'websocket' &&
    has('LARK_APP_ID') &&
    !/^cli_[0-9a-f]{16}$/.test(environment['LARK_APP_ID'] ?? '')
  ) {
    faults.push({
      setting: 'LARK_APP_ID',
      fault: 'must be cli_ and 16 hexadecimal digits for LARK_TRANSPORT=websocket',
    })
  }
  return faults
}

function toConfig(env: Environment): Config {
  return {
    mode: env.LARK_APP_ID === undefined ? 'demo' : 'service',
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    lark: toLark(env),
    zone: env.BANK_TIMEZONE,
    piiKeys: env.PII_KEYS ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    logLevel: env.LOG_LEVEL,
    audit: {
      file: env.AUDIT_CHECKPOINT_FILE ?? `${env.DATA_DIR}/audit-checkpoints.jsonl`,
      conversation: env.AUDIT_CHECKPOINT_CHAT ?? null,
    },
    backup: { folder: env.BACKUP_DIR ?? null, keys: env.BACKUP_KEYS ?? null },
    llm:
      env.LLM_BASE_URL === undefined
        ? null
        : {
            baseUrl: env.LLM_BASE_URL,
            model: env.LLM_MODEL ?? '',
            apiKey: env.LLM_API_KEY ?? '',
            callsADay: env.LLM_CALLS_A_DAY,
          },
  }
}

function toLark(env: Environment): LarkConfig | null {
  if (env.LARK_APP_ID === undefined) return null
  return {
    appId: env.LARK_APP_ID,
    appSecret: env.LARK_APP_SECRET ?? '',
    encryptKey: env.LARK_ENCRYPT_KEY ?? '',
    verificationToken: env.LARK_VERIFICATION_TOKEN ?? '',
    domain: env.LARK_DOMAIN.replace(/\/+$/, ''),
    transport: env.LARK_TRANSPORT,
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** `id:base64,id:base64`, 32 bytes each. */
function parseKeys(text: string, context: z.RefinementCtx): readonly DataKey[] {
  return text.split(',').map((entry) => {
    const [, id = '', encoded = ''] = /^\s*([\w-]+):(\S+)\s*$/.exec(entry) ?? []
    const key = decodeKey(encoded)
    if (key === null)
      context.addIssue({
        code: 'custom',
        message: 'must be id:base64 of 32 bytes, several with commas between',
      })
    return { id, key: key ?? new Uint8Array(32) }
  })
}

function decodeKey(encoded: string): Uint8Array | null {
  try {
    const key = fromBase64(encoded)
    return key.length === 32 ? key : null
  } catch {
    return null
  }
}
