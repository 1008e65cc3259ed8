import { bringUpEmbedded } from '@huiyin/db/bring-up.ts'
import { type Db, openEmbedded, openPostgres } from '@huiyin/db/core/client.ts'
import { getClock } from '@huiyin/db/core/clock-queries.ts'
import { pino } from 'pino'
import { type OpenChannels, openChannels } from './adapters/open-channels.ts'
import { folderStore, type PhotoStore, s3Store } from './adapters/photo-store.ts'
import { createClock } from './clock.ts'
import type { Env } from './env.ts'
import { type Keys, keysFrom } from './secrets.ts'

/** Everything that is not computation, built once. Verbs see it as `ctx.outside`; nothing else reaches the world. */
export type Outside = OpenChannels & {
  env: Env
  db: Db
  /** The database's time. */
  now: () => Date
  /** Sets `now` by the database about once a minute; to be awaited before work that takes the time. */
  keepTime: () => Promise<void>
  photoStore: PhotoStore
  keys: Keys
  log: Log
  /** Runs a task once the answer is out; its failure is logged, never shown. */
  after: (task: () => Promise<void>) => void
  /** From now on no new work is taken on; what has begun is finished. */
  windDown: () => void
  isWindingDown: () => boolean
  /** Waits for the tasks after the answers, then closes the database. */
  close: () => Promise<void>
}

/** Takes facts without personal data: ids, codes, milliseconds. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (facts: object, message: string) => void>

/** What a caller may put in place of the real thing. `keepAlive` tells a serverless host of work after the answer. */
export type Given = Partial<Pick<Outside, 'db' | 'now' | 'photoStore' | 'log' | 'after' | keyof OpenChannels>> & {
  keepAlive?: (work: Promise<void>) => void
}

export const createOutside = async (env: Env, given: Given = {}): Promise<Outside> => {
  const log = given.log ?? pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const { running, after } = afterAnswers(log, given.keepAlive)
  let windingDown = false
  const windDown = () => {
    windingDown = true
  }
  const opened = given.db ? { db: given.db, close: async () => {} } : await openDatabase(env)
  const keys = keysFrom(env.HUIYIN_SECRET, env.HUIYIN_FORMER_SECRETS)
  const channels = openChannels(env, opened.db, keys)
  const clock = createClock({
    wall: () => Date.now(),
    ticks: () => performance.now(),
    ask: () => getClock(opened.db),
  })
  return {
    env,
    db: opened.db,
    now: given.now ?? clock.now,
    keepTime: given.now ? async () => {} : clock.keep,
    wechat: given.wechat ?? channels.wechat,
    wecom: given.wecom ?? channels.wecom,
    serviceAccount: given.serviceAccount ?? channels.serviceAccount,
    sms: given.sms ?? channels.sms,
    photoStore: given.photoStore ?? openPhotoStore(env),
    keys,
    log,
    after: given.after ?? after,
    windDown,
    isWindingDown: () => windingDown,
    close: async () => {
      windDown()
      await Promise.allSettled([...running])
      await opened.close()
    },
  }
}

/** Tasks that run once the answer is out, and those that still do. */
const afterAnswers = (log: Log, keepAlive: Given['keepAlive']) => {
  const running = new Set<Promise<void>>()
  const after: Outside['after'] = task => {
    const done = task()
      .catch(error => log.error({ error: String((error as Error)?.name) }, 'a task after the answer failed'))
      .finally(() => running.delete(done))
    running.add(done)
    keepAlive?.(done)
  }
  return { running, after }
}

const openDatabase = async (env: Env) => {
  if (env.DATABASE_URL)
    return openPostgres(env.DATABASE_URL, { max: env.DATABASE_POOL, prepare: env.DATABASE_PREPARE === 'on' })
  const opened = await openEmbedded(env.EMBEDDED_FOLDER)
  await bringUpEmbedded(opened.db)
  return opened
}

const openPhotoStore = (env: Env): PhotoStore => {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = env
  if (!S3_ENDPOINT) return folderStore(env.PHOTO_FOLDER)
  if (!S3_ACCESS_KEY || !S3_SECRET_KEY) throw new Error('S3_ENDPOINT needs S3_ACCESS_KEY and S3_SECRET_KEY')
  return s3Store({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY,
    secretAccessKey: S3_SECRET_KEY,
  })
}
