import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import './tell-purposes.ts'
import { type Ability, permissionWords as words } from './permission-words.ts'

/** Under which name WeChat keeps her yes or no; for the others it keeps none that could be asked for. */
const scopes: Partial<Record<Ability, string>> = {
  spot: 'scope.userLocation',
  record: 'scope.record',
  album: 'scope.writePhotosAlbum',
  calendar: 'scope.addPhoneCalendar',
}
/** WeChat lets these begin only in a tap, and the way back from its settings is none. */
const tapOnly: readonly Ability[] = ['calendar']

const kinds = {
  cancelled: /fail:? ?(user )?cancel/,
  noConsent: /privacy permission/,
  notHere: /not declared|privacy api banned|not support/,
  phone: /system permission|OS permission/i,
  refused: /auth den|authorize|permission denied/,
} as const
const numbers: Record<number, keyof typeof kinds> = { 3: 'phone', 103: 'refused', 112: 'notHere', 1025: 'notHere' }

/** Why it did not happen; `broken` for whatever has no name. */
const kindOf = ({ errMsg = '', errno = -1 }: { errMsg?: string; errno?: number }) =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).find(kind => kinds[kind].test(errMsg)) ?? numbers[errno] ?? 'broken'

/** Taro's own list of scopes is not complete. */
type Setting = Record<string, boolean | undefined>

/** Its callbacks have told her; the promise beside them would only say it again. */
const quietly = (asked: Promise<unknown> | undefined) => void asked?.catch(() => undefined)

type Ask = { title: string; content?: string; confirmText: string; onYes: () => void; onNo: () => void }

/** By callbacks, as what follows may begin only in a tap, and a button of WeChat's own dialog is one. */
const ask = ({ onYes, onNo, ...words }: Ask) =>
  quietly(Taro.showModal({ ...words, success: ({ confirm }) => (confirm ? onYes() : onNo()), fail: () => onNo() }))

/** One ability that she wants to use now; `again`: she comes back from the settings. */
type Wish = { ability: Ability; attempt: (again: boolean) => void; giveUp: (said?: string) => void }

const goOn = ({ ability, attempt, giveUp }: Wish) => {
  if (!tapOnly.includes(ability)) return attempt(true)
  const how = { confirmText: words.goOn, cancelText: words.notNow }
  ask({ title: words.open(ability), ...how, onYes: () => attempt(true), onNo: giveUp })
}

const offerSettings = (wish: Wish) => {
  const { ability, giveUp } = wish
  const scope = scopes[ability]
  const back = (setting: Setting) => (scope && !setting[scope] ? giveUp(words.stillNot(ability)) : goOn(wish))
  const open = () =>
    quietly(
      Taro.openSetting({
        success: ({ authSetting }) => back(authSetting as Setting),
        fail: () => giveUp(words.stillNot(ability)),
      }),
    )
  const how = { confirmText: words.settings, cancelText: words.notNow, onYes: open, onNo: giveUp }
  ask({ title: words.title(ability), content: words.before(ability), ...how })
}

/** The phone itself keeps something from WeChat: its settings lie elsewhere, and nobody tells when she comes back. */
const offerPhoneSettings = ({ ability, giveUp }: Wish) => {
  const open = () => {
    quietly(Taro.openAppAuthorizeSetting?.({}))
    giveUp()
  }
  const how = { confirmText: words.settings, cancelText: words.notNow, onYes: open, onNo: giveUp }
  ask({ title: words.title(ability), content: words.phone(ability), ...how })
}

const failed = (wish: Wish, reason: { errMsg?: string; errno?: number }, again: boolean) => {
  const { ability, giveUp } = wish
  const kind = kindOf(reason)
  if (kind === 'cancelled') return giveUp()
  if (kind === 'phone') return offerPhoneSettings(wish)
  if (kind !== 'refused') return giveUp(words[kind](ability))
  if (again) return giveUp(words.stillNot(ability))
  return scopes[ability] ? giveUp(words.justNow(ability)) : offerSettings(wish)
}

/**
 * Uses something that WeChat, or the phone, may keep from the service; undefined when it did not happen, which has been said in plain
 * words unless she gave up by herself. What she refused before leads to the settings, and goes on when she comes back. May be
 * the first statement of a tap: `use` still begins in it.
 */
export const allowed = <T>(ability: Ability, use: () => Promise<T>): Promise<T | undefined> =>
  new Promise(resolve => {
    const giveUp = (said?: string) => {
      if (said) say(said)
      resolve(undefined)
    }
    const attempt = (again: boolean) => void use().then(resolve, reason => failed(wish, reason ?? {}, again))
    const wish: Wish = { ability, attempt, giveUp }
    const scope = scopes[ability]
    if (!scope) return attempt(false)
    const known = (setting: Setting) => (setting[scope] === false ? offerSettings(wish) : attempt(false))
    quietly(
      Taro.getSetting({ success: ({ authSetting }) => known(authSetting as Setting), fail: () => attempt(false) }),
    )
  })
