import type { Session } from '../session.ts'
import { type Api, refuse } from './api.ts'

/** What a person answers: which messages may come, where the place is, what the code says. */
export const personApis: Record<string, Api> = {
  login: async (_, { session }) => ({ code: await session.device.login() }),
  checkSession: () => undefined,
  requestSubscribeMessage: ({ tmplIds }, { session, answer }) => {
    const ids = [...((tmplIds ?? []) as string[])]
    refuseBadTemplates(session, ids)
    return { ...Object.fromEntries(ids.map(id => [id, 'accept'])), ...(answer as object | undefined) }
  },
  // Not in the typings: at most six templates, one pop-up for the relation and all of them.
  bindEmployeeRelation: ({ tmplIds }, { answer }) => {
    const ids = [...((tmplIds ?? []) as string[])]
    if (ids.length === 0 || ids.length > 6) refuse('invalid tmplIds', undefined, 40097)
    const status = answer ?? 'accept'
    return { bindingStatus: status, ...Object.fromEntries(ids.map(id => [id, status])) }
  },
  chooseLocation: (_, { session, answer }) => {
    refuseUnlessAllowed(session, 'scope.userLocation')
    return answer ?? refuse('cancel')
  },
  getLocation: (_, { session, answer }) => {
    refuseUnlessAllowed(session, 'scope.userLocation')
    return answer ?? refuse('errCode:404 error:no location', undefined, 404)
  },
  openLocation: () => undefined,
  scanCode: (_, { answer }) => {
    if (answer === undefined) refuse('cancel')
    return { result: String(answer), scanType: 'QR_CODE', charSet: 'UTF-8', rawData: '' }
  },
  makePhoneCall: () => undefined,
  // 1v1 calls: whoever has not enabled them in this launch cannot be reached; `answer` false is such a listener.
  setEnable1v1Chat: ({ enable }) => {
    if (typeof enable !== 'boolean') refuse('parameter error: enable should be Boolean')
  },
  join1v1Chat: ({ caller, listener, roomType }, { answer }) => {
    for (const party of [caller, listener] as { nickname?: string; openid?: string }[])
      if (!party?.nickname || !party.openid) refuse('parameter error: caller and listener need nickname and openid')
    if (roomType !== 'voice' && roomType !== 'video') refuse('parameter error: roomType')
    if (answer === false) refuse('listener not available', undefined, -30002)
  },
  setClipboardData: () => undefined,
  getSetting: ({ withSubscriptions }, { session }) => settingsOf(session, withSubscriptions === true),
  openSetting: ({ withSubscriptions }, { session, answer }) => {
    for (const [scope, allowed] of Object.entries((answer ?? {}) as Record<string, boolean>))
      session.device.scopes.set(scope, allowed)
    return settingsOf(session, withSubscriptions === true)
  },
  authorize: ({ scope }, { session }) => {
    refuseUnlessAllowed(session, String(scope))
    session.device.scopes.set(String(scope), true)
  },
  addPhoneCalendar: (_, { session }) => refuseUnlessAllowed(session, 'scope.addPhoneCalendar'),
  openAppAuthorizeSetting: () => undefined,
  saveImageToPhotosAlbum: ({ filePath }, { session }) => {
    refuseUnlessAllowed(session, 'scope.writePhotosAlbum')
    if (typeof filePath !== 'string' || filePath === '') refuse('invalid file type')
    session.device.scopes.set('scope.writePhotosAlbum', true)
  },
  vibrateShort: () => undefined,
}

const settingsOf = ({ device }: Session, withSubscriptions: boolean) => ({
  authSetting: Object.fromEntries([...device.scopes].filter(([scope]) => scope !== 'mainSwitch')),
  ...(withSubscriptions && {
    subscriptionsSetting: { mainSwitch: device.scopes.get('mainSwitch') !== false, itemSettings: {} },
  }),
})

const refuseUnlessAllowed = (session: Session, scope: string) => {
  if (session.device.scopes.get(scope) === false) refuse('auth deny', 103)
}

/** At most five in the present reference; older clients take three. */
const mostTemplates = 5

function refuseBadTemplates(session: Session, ids: string[]): void {
  const { templates, scopes } = session.device
  if (ids.length === 0) refuse("TmplIds can't be empty", undefined, 10001)
  if (ids.length > mostTemplates) refuse('Templates count out of max bounds', undefined, 20003)
  if (scopes.get('mainSwitch') === false) refuse('The main switch is switched off', undefined, 20004)
  if (!templates) return
  const known = ids.map(id => templates[id])
  if (known.some(template => !template))
    refuse('No template data return, verify the template id exist', undefined, 20001)
  if (new Set(known.map(template => template?.type)).size > 1) refuse('Templates type must be same', undefined, 20002)
}
