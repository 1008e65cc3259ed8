import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Passed } from '@/core/components/passed.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { coreWords } from '@/core/words.ts'
import { questionWords } from '../words.ts'

const words = questionWords.show

/** Taking a question back while it is not answered. */
export const TakeBack = ({ question, onDone }: { question: Question; onDone: () => unknown }) => {
  const [asking, setAsking] = useState(false)
  const possible = question.can.includes('withdraw')
  if (!possible && !asking) return null
  const withdraw = async () => {
    await call(questionRoutes.withdrawQuestion, { id: question.id, eventId: await platform.newId() })
    setAsking(false)
    say(words.withdrawn)
    await onDone()
  }
  return (
    <>
      {possible && <Button words={words.withdraw} icon="undo" onTap={() => setAsking(true)} />}
      {asking && (
        <Sheet
          title={words.withdrawTitle}
          onClose={() => setAsking(false)}
          foot={
            <>
              {possible && <Button words={words.withdraw} kind="grave" onTap={withdraw} />}
              <Button words={possible ? words.keep : coreWords.done} onTap={() => setAsking(false)} />
            </>
          }
        >
          {possible ? <View>{words.withdrawHint}</View> : <Passed />}
        </Sheet>
      )}
    </>
  )
}
