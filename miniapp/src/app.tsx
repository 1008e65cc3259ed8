import './core/device/missing.ts'
import './core/style/tokens.css'
import './core/style/frame.css'
import './core/style/controls.css'
import './core/style/signs.css'
import './core/style/echo.css'
import './core/style/icons.css'
import './core/style/drawings.css'
import './app.css'
import { useDidHide, useDidShow, useError, useLaunch, usePageNotFound, useUnhandledRejection } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { platform } from './core/device/platform.ts'
import { watchPrivacy } from './core/device/privacy.tsx'
import { openDoors } from './core/doors.ts'
import { goHome } from './core/go-to.ts'
import { readAgain, WithQueries } from './core/query.tsx'
import { crashed, drafts, resumeSending, tidy, writings } from './core/sending/wire.ts'
import { say } from './core/toast.ts'
import { coreWords } from './core/words.ts'
import { rooms } from './rooms.ts'

for (const room of rooms) {
  Object.assign(writings, room.writings)
  openDoors(room.opens)
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchPrivacy()
    platform.launch(crashed)
    tidy()
    platform.onOnline(() => {
      resumeSending()
      readAgain()
    })
  })
  // What a page throws while it is drawn comes here too.
  useError(crashed)
  useUnhandledRejection(({ reason }) => crashed(reason))
  usePageNotFound(() => {
    say(coreWords.noPage)
    void goHome()
  })
  useDidShow(resumeSending)
  useDidHide(drafts.flush)
  return <WithQueries>{children}</WithQueries>
}
