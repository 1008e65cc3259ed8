import type { Db } from '@huiyin/db/core/client.ts'
import { dropToken, findToken, keepToken, leaseFetching } from '@huiyin/db/core/token-queries.ts'
import type { Env } from '../env.ts'
import { about, type Keys, sha256 } from '../secrets.ts'
import { createServiceAccount, type ServiceAccount } from './service-account.ts'
import { createSms, type Sms } from './sms.ts'
import type { TokenShare } from './token-keeper.ts'
import { createWechat, type Wechat } from './wechat.ts'
import { createWecom, type Wecom } from './wecom.ts'

/** The ways out to people's phones. What the town has not set up is undefined. */
export type OpenChannels = {
  wechat: Wechat
  wecom: Wecom | undefined
  serviceAccount: ServiceAccount | undefined
  sms: Sms | undefined
}

export const openChannels = (env: Env, db: Db, keys: Keys): OpenChannels => {
  const { WECHAT_BASE_URL: baseUrl, WECHAT_APPID: appid } = env
  return {
    wechat: createWechat({
      baseUrl,
      appid,
      secret: env.WECHAT_SECRET,
      state: env.WECHAT_STATE,
      share: shareIn(db, keys, `wechat ${appid}`),
    }),
    wecom:
      env.WECOM_CORPID && env.WECOM_SECRET && env.WECOM_AGENTID
        ? createWecom({
            baseUrl: env.WECOM_BASE_URL,
            corpid: env.WECOM_CORPID,
            secret: env.WECOM_SECRET,
            agentid: env.WECOM_AGENTID,
            appid,
            share: shareIn(db, keys, `wecom ${env.WECOM_CORPID} ${env.WECOM_AGENTID}`),
          })
        : undefined,
    serviceAccount:
      env.SERVICE_APPID && env.SERVICE_SECRET
        ? createServiceAccount({
            baseUrl,
            appid: env.SERVICE_APPID,
            secret: env.SERVICE_SECRET,
            miniAppid: appid,
            share: shareIn(db, keys, `service ${env.SERVICE_APPID}`),
          })
        : undefined,
    sms: env.SMS_URL && env.SMS_KEY ? createSms({ url: env.SMS_URL, key: env.SMS_KEY }) : undefined,
  }
}

/** A token shared through the database, enciphered. */
const shareIn = (db: Db, keys: Keys, name: string): TokenShare => ({
  find: async () => {
    const found = await findToken(db, name)
    try {
      return found && { value: keys.open(found.cipher, about.token(name)), seconds: found.secondsLeft }
    } catch {
      // Sealed with a secret that was replaced: a new one is fetched.
      return undefined
    }
  },
  lease: () => leaseFetching(db, name),
  keep: token =>
    keepToken(
      db,
      name,
      token && { cipher: keys.seal(token.value, about.token(name)), hash: sha256(token.value), seconds: token.seconds },
    ),
  drop: value => dropToken(db, name, sha256(value)),
})
