import { View } from '@tarojs/components'
import { AllDone } from '@/core/components/all-done.tsx'
import { Button } from '@/core/components/button.tsx'
import { staffWords } from '../staff-words.ts'
import { backToQueue } from './back-to-queue.ts'
import { NextQuestion } from './next-question.tsx'

export type Done = keyof typeof staffWords.done

/** It left his hands; the next one is a tap away. */
export const Finished = ({ how }: { how: Done }) => {
  const [title, hint] = staffWords.done[how]
  return (
    <View className="stack">
      <AllDone title={title} hint={hint} />
      <NextQuestion goOn />
      <Button words={staffWords.card.back} kind="quiet" onTap={backToQueue} />
    </View>
  )
}
