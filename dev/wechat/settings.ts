import { defaultLimits, type Limits } from './limits.ts'
import { demoTemplates, type Template } from './templates.ts'

export type PushSettings = {
  /** The receiver's address; while it is missing nothing is pushed, as in a console that is not set up. */
  url?: string
  token: string
  /** 43 characters, as the console shows it. */
  encodingAESKey: string
  mode: 'safe' | 'plain'
  format: 'json' | 'xml'
  /** Further deliveries of the same message, byte for byte. */
  duplicates: number
  /** Wait before the first delivery, in ms. */
  delayMs: number
  /** Signs with another token, as a forger would. */
  wrongSignature: boolean
  timeoutMs: number
  attempts: number
}

export type WecomSettings = {
  corpid: string
  corpsecret: string
  agentid: number
  /** User ids of the organisation's members. */
  members: string[]
  /** Keys of group robots. */
  robotKeys: string[]
  /** False: the caller's address is not on the trusted list (60020). */
  trustedIp: boolean
}

/** The part of a geocoder answer that routes a report; invented by the fake, the same for every place unless given. */
export type FakeAddress = {
  address: string
  recommend: string
  province: string
  city: string
  district: string
  town: string
  adcode: string
}

export type GeocoderSettings = {
  key: string
  secretKey: string
  delayMs: number
  addressAt: (lat: number, lng: number) => FakeAddress
}

/** The town's service account: its own AppID and secret, and who follows it. */
export type ServiceSettings = { appid: string; secret: string; followers: string[] }

export type FakeSettings = {
  appid: string
  secret: string
  /** The platform's own id of the mini-program (`ToUserName` of every push). */
  originalId: string
  templates: Record<string, Template>
  /** Pages of the published version, without leading slash; undefined = every page exists. */
  pages?: string[]
  riskyWords: string[]
  reviewWords: string[]
  /** False: the account was not granted 用工关系 (43104). */
  employeePermission: boolean
  /** How long one subscribe message takes; a second one to the same person meanwhile meets 43108. */
  sendMs: number
  /** From the picture check's answer to its result, in ms. */
  mediaCheckMs: number
  /** Pushes the picture's result before the request that asked for it is answered. */
  mediaPushFirst: boolean
  push: PushSettings
  wecom: WecomSettings
  service: ServiceSettings
  geocoder: GeocoderSettings
  limits: Limits
}

const demoAddress = (lat: number, lng: number): FakeAddress => ({
  address: `江南省云溪市清河区禾苗镇幸福路${(Math.abs(Math.round((lat + lng) * 1000)) % 200) + 1}号`,
  recommend: '禾苗镇幸福里',
  province: '江南省',
  city: '云溪市',
  district: '清河区',
  town: '禾苗镇',
  adcode: '990101',
})

/** What the fake is without options: an invented account that the demo shares with the backend's configuration. */
export const demoSettings: FakeSettings = {
  appid: 'wxdemohuiyin000001',
  secret: 'demo-secret-of-nobody',
  originalId: 'gh_huiyindemo',
  templates: demoTemplates,
  riskyWords: ['违禁'],
  reviewWords: ['广告'],
  employeePermission: true,
  sendMs: 5,
  mediaCheckMs: 200,
  mediaPushFirst: false,
  push: {
    token: 'demopushtoken',
    encodingAESKey: 'A'.repeat(43),
    mode: 'safe',
    format: 'json',
    duplicates: 0,
    delayMs: 0,
    wrongSignature: false,
    timeoutMs: 5000,
    attempts: 3,
  },
  wecom: {
    corpid: 'wwdemohuiyin',
    corpsecret: 'demo-wecom-secret',
    agentid: 1000002,
    members: ['wangerdan', 'liqiaoer', 'zhaotiezhu'],
    robotKeys: ['demo-robot-key'],
    trustedIp: true,
  },
  service: { appid: 'wxdemoservice00001', secret: 'demo-service-secret', followers: [] },
  geocoder: {
    key: 'TESTK-TESTK-TESTK-TESTK-TESTK-TESTK',
    secretKey: 'TESTSECRETKEY',
    delayMs: 0,
    addressAt: demoAddress,
  },
  limits: defaultLimits,
}

/** Settings with some changed; nested groups may be given in part. */
export type SettingsPatch = Partial<Omit<FakeSettings, 'push' | 'wecom' | 'service' | 'geocoder'>> & {
  push?: Partial<PushSettings>
  wecom?: Partial<WecomSettings>
  service?: Partial<ServiceSettings>
  geocoder?: Partial<GeocoderSettings>
}

export function patchSettings(settings: FakeSettings, patch: SettingsPatch): FakeSettings {
  return {
    ...settings,
    ...patch,
    push: { ...settings.push, ...patch.push },
    wecom: { ...settings.wecom, ...patch.wecom },
    service: { ...settings.service, ...patch.service },
    geocoder: { ...settings.geocoder, ...patch.geocoder },
    limits: { ...settings.limits, ...patch.limits },
  }
}
