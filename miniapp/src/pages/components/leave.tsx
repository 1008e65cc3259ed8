import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { queries } from '@/core/query.tsx'
import { call, forgetEverything } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { pageWords } from '../words.ts'

const words = pageWords.mine

/** 退出登录: ends the session on the server too, if it can be reached, and clears what the phone kept. */
export const Leave = () => {
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    // Without a network the session ends on this phone alone, and on the server when its time is over.
    await call(personRoutes.closeSession, {}).catch(() => undefined)
    forgetEverything()
    void queries.resetQueries()
    setAsking(false)
    say(words.left)
  }
  return (
    <>
      <Button words={words.leave} icon="leave" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          title={words.leaveTitle}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button words={words.leaveYes} kind="grave" onTap={leave} />
              <Button words={words.leaveNo} onTap={() => setAsking(false)} />
            </>
          }
        >
          <View>{words.leaveText}</View>
        </Sheet>
      )}
    </>
  )
}
