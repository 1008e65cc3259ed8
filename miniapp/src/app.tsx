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
import { platform } from './core/platform.ts'
import { watchPrivacy } from './core/privacy.tsx'
import { WithQueries } from './core/query.tsx'
import { drafts, remains, resumeSending, senders, tidy } from './core/wire.ts'
import { remainsOfQuestion } from './questions/new-question.ts'
import { sendQuestion } from './questions/send-question.ts'
import { sendReport } from './reports/send-report.ts'

senders.report = sendReport
senders.question = sendQuestion
remains.question = remainsOfQuestion

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
