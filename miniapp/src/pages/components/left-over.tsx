import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { goTo } from '@/core/go-to.ts'
import { queries, useOnScreen } from '@/core/query.tsx'
import type { Draft } from '@/core/sending/drafts.ts'
import { useDrafts } from '@/core/sending/use-draft.ts'
import { writings } from '@/core/sending/wire.ts'
import { pageWords } from '../words.ts'

const words = pageWords.home

const isLeft = ({ kind, state, form }: Draft) =>
  kind in writings && state !== 'sent' && !(state === 'writing' && writings[kind]?.isBlank(form))

const GoOn = ({ draft: { id, kind, state } }: { draft: Draft }) => {
  const writing = writings[kind]
  if (!writing) return null
  return state === 'queued' ? (
    <Button words={words.look} kind="quiet" onTap={() => goTo(writing.receipt, { id })} />
  ) : (
    <Button words={words.goOn} kind="quiet" onTap={() => goTo(writing.compose)} />
  )
}

/** What has just gone out by itself is looked for in the lists of the page, where she looks for it. */
const useArrived = (waiting: number) => {
  const onScreen = useOnScreen()
  const before = useRef(waiting)
  useEffect(() => {
    if (onScreen && waiting < before.current) void queries.invalidateQueries()
    before.current = waiting
  }, [onScreen, waiting])
}

/** What she began or sent and what has not arrived yet. */
export const LeftOver = () => {
  const mine = useDrafts().filter(isLeft)
  useArrived(mine.filter(({ state }) => state === 'queued').length)
  return (
    <>
      {mine.map(draft => {
        const { id, state, problem } = draft
        return (
          <Notice key={id} icon={state === 'writing' ? 'pencil' : 'send'} tone={state === 'refused' ? 'late' : 'wait'}>
            <View className="row wrap apart">
              <Text>
                {state === 'writing' && words.unfinished}
                {state === 'queued' && words.waitingToSend}
                {state === 'refused' && `${words.refused}：${problem?.title ?? ''}`}
              </Text>
              <GoOn draft={draft} />
            </View>
          </Notice>
        )
      })}
    </>
  )
}
