import { templates } from '@huiyin/shared/alerts/alert-kind.ts'
import * as z from 'zod/mini'

const List = z.pipe(
  z.string(),
  z.transform(text =>
    text
      .split(',')
      .map(it => it.trim())
      .filter(Boolean),
  ),
)
const Flag = z.pipe(
  z._default(z.enum(['on', 'off']), 'off'),
  z.transform(text => text === 'on'),
)

const isMoment = (key: string) => /^(time|date)\d*$/.test(key)

/** One message template of the WeChat account: its id, whether it is a lasting one, and which field carries what. */
const TemplateConfig = z.object({
  id: z.string(),
  lasting: z._default(z.boolean(), false),
  fields: z.record(z.string(), z.enum(['number', 'kind', 'place', 'phrase', 'at', 'due'])).check(
    // A text in a field for a moment would be refused with every message.
    z.refine(fields =>
      Object.entries(fields).every(([key, what]) => !isMoment(key) || what === 'at' || what === 'due'),
    ),
  ),
})
export type TemplateConfig = z.infer<typeof TemplateConfig>

/** A template that the account does not have is left out; its alerts stay in the inbox. */
const TemplateConfigs = z.partialRecord(z.enum(templates), TemplateConfig)

const Settings = z.object({
  NODE_ENV: z._default(z.enum(['production', 'development', 'test']), 'development'),
  PORT: z._default(z.coerce.number(), 3000),
  /** Where the plain Node server finds the mini-program's pages for browsers. */
  H5_FOLDER: z._default(z.string(), 'miniapp/dist/h5'),
  /** PostgreSQL; without it the embedded database is used (never in production). */
  DATABASE_URL: z.optional(z.url()),
  DATABASE_POOL: z._default(z.coerce.number(), 3),
  /** `off` behind a transaction pooler. */
  DATABASE_PREPARE: z._default(z.enum(['on', 'off']), 'on'),
  EMBEDDED_FOLDER: z._default(z.string(), '.data'),
  /** At least 32 random bytes, base64. Signs photo links and enciphers phone numbers. */
  HUIYIN_SECRET: z.optional(z.string()),
  /** Replaced ones, separated by commas, until `cli keys rotate` has sealed everything anew. */
  HUIYIN_FORMER_SECRETS: z._default(List, []),
  CRON_SECRET: z.optional(z.string()),
  /** Where the world reaches this service; without it WeChat cannot fetch photos to check them. */
  PUBLIC_URL: z.optional(z.url()),
  WECHAT_APPID: z._default(z.string(), ''),
  WECHAT_SECRET: z._default(z.string(), ''),
  WECHAT_BASE_URL: z._default(z.url(), 'https://api.weixin.qq.com'),
  /** Which version of the mini-program a message opens. */
  WECHAT_STATE: z._default(z.enum(['formal', 'trial', 'developer']), 'formal'),
  /** JSON: template name → { id, lasting, fields }. */
  WECHAT_TEMPLATES: z.optional(z.string()),
  /** Whether the account may use 1v1 video calls; only then advisers can offer them. */
  WECHAT_VIDEO: Flag,
  /** Message push: the token that signs, and the EncodingAESKey. Without a token nothing is received. */
  WECHAT_PUSH_TOKEN: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{3,32}$/))),
  WECHAT_PUSH_KEY: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{43}$/))),
  /** The same for staff messages (用工关系), the service account and short messages. */
  EMPLOYEE_TEMPLATES: z.optional(z.string()),
  SERVICE_APPID: z.optional(z.string()),
  SERVICE_SECRET: z.optional(z.string()),
  SERVICE_TEMPLATES: z.optional(z.string()),
  WECOM_BASE_URL: z._default(z.url(), 'https://qyapi.weixin.qq.com'),
  WECOM_CORPID: z.optional(z.string()),
  WECOM_SECRET: z.optional(z.string()),
  WECOM_AGENTID: z.optional(z.coerce.number()),
  /** The provider's gateway for short messages; its contract stands in docs/operations.md. */
  SMS_URL: z.optional(z.url()),
  SMS_KEY: z.optional(z.string()),
  SMS_TEMPLATES: z.optional(z.string()),
  PHOTO_FOLDER: z._default(z.string(), '.data/photos'),
  S3_ENDPOINT: z.optional(z.url()),
  S3_BUCKET: z.optional(z.string()),
  S3_REGION: z._default(z.string(), 'auto'),
  S3_ACCESS_KEY: z.optional(z.string()),
  S3_SECRET_KEY: z.optional(z.string()),
  /** Origins, by comma, that may call the API from a browser. Same-origin needs none. */
  ALLOWED_ORIGINS: z._default(List, []),
  /** Reports one person may file in an hour. */
  REPORTS_PER_HOUR: z._default(z.coerce.number(), 10),
  /** Questions one person may ask the lawyer in a day; never counted in danger. */
  QUESTIONS_PER_DAY: z._default(z.coerce.number(), 5),
  LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
  /** Checks every answer against its contract before it leaves. */
  CHECK_ANSWERS: Flag,
})

const templateSettings = {
  wechat: 'WECHAT_TEMPLATES',
  employee: 'EMPLOYEE_TEMPLATES',
  service: 'SERVICE_TEMPLATES',
  sms: 'SMS_TEMPLATES',
} as const
/** Channels whose messages are templates. */
export type TemplateChannel = keyof typeof templateSettings
type TemplateSetting = (typeof templateSettings)[TemplateChannel]

export type Env = Omit<z.infer<typeof Settings>, TemplateSetting | 'HUIYIN_SECRET'> & {
  HUIYIN_SECRET: string
  TEMPLATES: Record<TemplateChannel, Partial<Record<(typeof templates)[number], TemplateConfig>>>
}

const developmentSecret = Buffer.alloc(32, 'huiyin').toString('base64')
const officialWechat = 'https://api.weixin.qq.com'
const officialWecom = 'https://qyapi.weixin.qq.com'

/** Reads and checks the environment at the start. Throws one error that names every wrong variable, never a value. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new Error(`Wrong settings: ${parsed.error.issues.map(it => it.path.join('.')).join(', ')}`)
  const { HUIYIN_SECRET, ...settings } = parsed.data
  const templatesOf = (channel: TemplateChannel) =>
    readTemplates(templateSettings[channel], settings[templateSettings[channel]])
  const env = {
    ...settings,
    HUIYIN_SECRET: HUIYIN_SECRET ?? developmentSecret,
    TEMPLATES: {
      wechat: templatesOf('wechat'),
      employee: templatesOf('employee'),
      service: templatesOf('service'),
      sms: templatesOf('sms'),
    },
  }
  const wrong = env.NODE_ENV === 'production' ? unfitForProduction(env) : []
  if (wrong.length > 0) throw new Error(`Not fit for production: ${wrong.join('; ')}`)
  return env
}

const readTemplates = (name: TemplateSetting, text: string | undefined): Env['TEMPLATES'][TemplateChannel] => {
  try {
    return text ? TemplateConfigs.parse(JSON.parse(text)) : {}
  } catch {
    throw new Error(`Wrong settings: ${name}`)
  }
}

const unfitForProduction = (env: Env): string[] => {
  const wrong: string[] = []
  if (!env.DATABASE_URL) wrong.push('DATABASE_URL is missing (the embedded database is for trying out)')
  if (env.HUIYIN_SECRET === developmentSecret || Buffer.from(env.HUIYIN_SECRET, 'base64').length < 32)
    wrong.push('HUIYIN_SECRET must be 32 random bytes in base64')
  if (!env.CRON_SECRET || env.CRON_SECRET.length < 16) wrong.push('CRON_SECRET must have at least 16 characters')
  if (env.PUBLIC_URL && !/^https:\/\/[^/]+\/?$/.test(env.PUBLIC_URL))
    wrong.push('PUBLIC_URL must be https with nothing behind the host')
  if (env.WECHAT_BASE_URL !== officialWechat) wrong.push(`WECHAT_BASE_URL must be ${officialWechat}`)
  if (env.WECOM_BASE_URL !== officialWecom) wrong.push(`WECOM_BASE_URL must be ${officialWecom}`)
  if (env.SMS_URL && !env.SMS_URL.startsWith('https://')) wrong.push('SMS_URL must be https')
  if (!/^wx[0-9a-f]{16}$/.test(env.WECHAT_APPID) || !/^[0-9a-f]{32}$/.test(env.WECHAT_SECRET))
    wrong.push('WECHAT_APPID and WECHAT_SECRET must be those of the account')
  // Plain mode does not sign what it says.
  if (!env.WECHAT_PUSH_TOKEN !== !env.WECHAT_PUSH_KEY)
    wrong.push('WECHAT_PUSH_TOKEN and WECHAT_PUSH_KEY go together (safe mode)')
  return wrong
}
