import type { Callback, Session } from '../session.ts'
import { asyncApis } from './api.ts'
import { audioApis } from './audio.ts'
import { barApis } from './bars.ts'
import { canvasApis } from './canvas.ts'
import { dialogApis } from './dialogs.ts'
import { fileApis } from './files.ts'
import { mediaApis } from './media.ts'
import { personApis } from './person.ts'
import { privacyApis } from './privacy.ts'
import { transferApis } from './request.ts'
import { storageApis } from './storage.ts'
import { systemApis } from './system.ts'

/** `wx.onX` and `wx.offX` exist for these X. */
const events = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'MemoryWarning',
  'WindowResize',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'KeyboardHeightChange',
  'NeedPrivacyAuthorization',
  'UserCaptureScreen',
]

/** Puts `wx` into the logic layer. A function that is not here is missing, as on an old phone. */
export function installWx(session: Session): void {
  const listening = events.flatMap((event): [string, Callback][] => [
    [`on${event}`, listener => void listenersOf(session, event).add(listener as Callback)],
    [
      `off${event}`,
      listener =>
        listener ? void listenersOf(session, event).delete(listener as Callback) : listenersOf(session, event).clear(),
    ],
  ])
  session.realm.globals.wx = session.realm.assemble({
    ...systemApis(session),
    ...barApis(session),
    ...dialogApis(session),
    ...storageApis(session),
    ...fileApis(session),
    ...canvasApis(session),
    ...audioApis(session),
    ...transferApis(session),
    ...asyncApis(session, { ...personApis, ...mediaApis, ...privacyApis }),
    ...Object.fromEntries(listening),
  })
}

function listenersOf(session: Session, event: string): Set<Callback> {
  const set = session.listeners.get(event) ?? new Set()
  session.listeners.set(event, set)
  return set
}
