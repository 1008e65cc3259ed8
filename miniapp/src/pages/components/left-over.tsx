import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import type { Draft } from '@/core/drafts.ts'
import { useDrafts } from '@/core/use-draft.ts'
import { isBlank as isBlankQuestion, type QuestionForm } from '@/questions/new-question.ts'
import { isBlank as isBlankReport, type ReportForm } from '@/reports/new-report.ts'
import { pageWords } from '../words.ts'

const words = pageWords.home

/** The drafts that are written on pages of their own: whether one is still blank, and the folder of its pages. */
const kinds: Record<string, { isBlank: (form: unknown) => boolean; folder: string }> = {
  report: { isBlank: form => isBlankReport(form as ReportForm), folder: '/reports/pages' },
  question: { isBlank: form => isBlankQuestion(form as QuestionForm), folder: '/questions/pages' },
}

const isLeft = ({ kind, state, form }: Draft) =>
  kind in kinds && state !== 'sent' && !(state === 'writing' && kinds[kind]?.isBlank(form))

/** What she began or sent and what has not arrived yet. */
export const LeftOver = () => {
  const mine = useDrafts().filter(isLeft)
  const go = (url: string) => () => void Taro.navigateTo({ url })
  return (
    <>
      {mine.map(({ id, kind, state, problem }) => (
        <Notice key={id} icon={state === 'writing' ? 'pencil' : 'send'} tone={state === 'refused' ? 'late' : 'wait'}>
          <View className="row wrap apart">
            <Text>
              {state === 'writing' && words.unfinished}
              {state === 'queued' && words.waitingToSend}
              {state === 'refused' && `${words.refused}：${problem?.title ?? ''}`}
            </Text>
            {state === 'queued' ? (
              <Button words={words.look} kind="quiet" onTap={go(`${kinds[kind]?.folder}/receipt/index?id=${id}`)} />
            ) : (
              <Button words={words.goOn} kind="quiet" onTap={go(`${kinds[kind]?.folder}/new/index`)} />
            )}
          </View>
        </Notice>
      ))}
    </>
  )
}
