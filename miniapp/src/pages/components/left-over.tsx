import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../core/components/button.tsx'
import { Notice } from '../../core/components/notice.tsx'
import type { Draft } from '../../core/drafts.ts'
import { useDrafts } from '../../core/use-draft.ts'
import { isBlank, type ReportForm } from '../../reports/new-report.ts'
import { pageWords } from '../words.ts'

const words = pageWords.home
const compose = '/reports/pages/new/index'

const isUntouched = ({ state, form }: Draft) => state === 'writing' && isBlank(form as ReportForm)

/** What she began or sent and what has not arrived yet. */
export const LeftOver = () => {
  const mine = useDrafts().filter(draft => draft.kind === 'report' && draft.state !== 'sent' && !isUntouched(draft))
  const go = (url: string) => () => void Taro.navigateTo({ url })
  return (
    <>
      {mine.map(({ id, state, problem }) => (
        <Notice key={id} icon={state === 'writing' ? 'pencil' : 'send'} tone={state === 'refused' ? 'late' : 'wait'}>
          <View className="row wrap apart">
            <Text>
              {state === 'writing' && words.unfinished}
              {state === 'queued' && words.waitingToSend}
              {state === 'refused' && `${words.refused}：${problem?.title ?? ''}`}
            </Text>
            {state === 'queued' ? (
              <Button words={words.look} kind="quiet" onTap={go(`/reports/pages/receipt/index?id=${id}`)} />
            ) : (
              <Button words={words.goOn} kind="quiet" onTap={go(compose)} />
            )}
          </View>
        </Notice>
      ))}
    </>
  )
}
