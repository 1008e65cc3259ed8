import './core/jitless.ts'
import './core/tokens.css'
import './core/frame.css'
import './core/controls.css'
import './core/signs.css'
import './core/echo.css'
import './core/icons.css'
import './core/drawings.css'
import './app.css'
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { openDoors } from './core/doors.ts'
import { platform } from './core/platform.ts'
import { watchPrivacy } from './core/privacy.tsx'
import { WithQueries } from './core/query.tsx'
import { drafts, resumeSending, tidy, writings } from './core/wire.ts'
import { rooms } from './rooms.ts'

for (const room of rooms) {
  Object.assign(writings, room.writings)
  openDoors(room.opens)
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchPrivacy()
    platform.launch()
    tidy()
    platform.onOnline(resumeSending)
  })
  useDidShow(resumeSending)
  useDidHide(drafts.flush)
  return <WithQueries>{children}</WithQueries>
}
