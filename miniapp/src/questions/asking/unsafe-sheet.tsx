import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { askWords } from './ask-words.ts'
import { QuickExit } from './safety.tsx'

const words = askWords.danger

type Props = { question: Question; onDone: () => unknown; onClose: () => void }

/** 我现在不安全, about a question that is already asked: the numbers, the named person, the way out. */
export const UnsafeSheet = ({ question, onDone, onClose }: Props) => {
  const passOn = async () => {
    await call(questionRoutes.callDanger, { id: question.id, eventId: await platform.newId() })
    say(words.passedOn)
    onClose()
    await onDone()
  }
  return (
    <Sheet
      title={words.title}
      onClose={onClose}
      foot={
        <>
          {question.can.includes('danger') && !question.danger && (
            <Button words={words.passOn} icon="shield" kind="main" onTap={passOn} />
          )}
          <QuickExit />
        </>
      }
    >
      <View className="soft">{words.lead}</View>
      <DangerPhones />
      {question.danger && <View>{words.passed}</View>}
    </Sheet>
  )
}
