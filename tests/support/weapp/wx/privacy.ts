import type { Callback, Session } from '../session.ts'
import type { Api, ApiContext, Refusal } from './api.ts'

/** Functions that need the person's consent to the privacy guide. */
export const privateApis = [
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'chooseLocation',
  'getLocation',
  'getFuzzyLocation',
  'startRecord',
  'join1v1Chat',
  'saveImageToPhotosAlbum',
  'setClipboardData',
  'addPhoneCalendar',
  'chooseAvatar',
  'getPhoneNumber',
]

/** Must stand in `requiredPrivateInfos` of app.json. */
const placeApis = ['getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'chooseAddress']

/** Why the platform refuses this function now; undefined when it may run. Asks the person if need be. */
export async function privacyRefusal(context: ApiContext): Promise<Refusal | undefined> {
  const { session, name: api } = context
  const { privacy, project } = session.device
  if (placeApis.includes(api) && !project.app.requiredPrivateInfos?.includes(api))
    return { reason: 'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json' }
  if (!privateApis.includes(api) && api !== 'requirePrivacyAuthorize') return undefined
  const declared = privacy.declared === 'all' || privacy.declared.includes(api) || api === 'requirePrivacyAuthorize'
  if (!declared) return { reason: 'api scope is not declared in the privacy agreement', errno: 112 }
  if (privacy.agreed) return undefined
  const asked = [...(session.listeners.get('NeedPrivacyAuthorization') ?? [])]
  privacy.agreed = await (asked.length > 0 ? askPage(context, asked) : askPlatform(context))
  return privacy.agreed ? undefined : { reason: 'privacy permission is not authorized', errno: 104 }
}

async function askPlatform({ ask, name }: ApiContext): Promise<boolean> {
  const { choice } = await ask({ kind: 'privacy', options: { referrer: name }, choices: ['同意', '拒绝'] })
  return choice === '同意'
}

/** The mini-program shows its own dialog; its word counts only if the person tapped WeChat's agree button. */
async function askPage({ session, name, waiting }: ApiContext, listeners: Callback[]): Promise<boolean> {
  const decided = new Promise<{ event?: string; buttonId?: string }>(done => {
    const resolve = (answer: { event?: string; buttonId?: string }) => {
      if (answer.event !== 'exposureAuthorization') done(answer)
    }
    for (const listener of listeners)
      void session.enter('onNeedPrivacyAuthorization', () => listener(resolve, session.realm.hand({ referrer: name })))
  })
  const { event, buttonId = '' } = await waiting(decided)
  if (event !== 'agree') return false
  if (agreeTaps.get(session)?.has(buttonId)) return true
  session.fault(
    `privacy: resolve({ event: 'agree', buttonId: '${buttonId}' }) before the person tapped that agreePrivacyAuthorization button`,
  )
  return false
}

const agreeTaps = new WeakMap<Session, Set<string>>()

/** The person tapped `<button id open-type="agreePrivacyAuthorization">`. */
export function noteAgreeTap(session: Session, buttonId: string): void {
  agreeTaps.set(session, (agreeTaps.get(session) ?? new Set()).add(buttonId))
}

export const privacyApis: Record<string, Api> = {
  getPrivacySetting: (_, { session }) => ({
    needAuthorization: !session.device.privacy.agreed,
    privacyContractName: '《小程序隐私保护指引》',
  }),
  openPrivacyContract: () => undefined,
  requirePrivacyAuthorize: () => undefined,
}
