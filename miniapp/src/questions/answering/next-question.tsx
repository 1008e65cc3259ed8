import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { goOnTo, goTo } from '@/core/go-to.ts'
import { queries } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.next

/** The question that is due first and that he may take; its card is kept for him for some minutes. `goOn`: in place of this page. */
export const NextQuestion = ({ goOn = false }: { goOn?: boolean | undefined }) => {
  const [none, setNone] = useState(false)
  const next = async () => {
    const { card } = await call(adviserRoutes.nextQuestion, {})
    setNone(!card)
    if (!card) return
    queries.setQueryData([adviserRoutes.getGateCard.path, { id: card.id }], card)
    await (goOn ? goOnTo : goTo)(questionPages.card, { id: card.id })
  }
  return (
    <View className="stack next-question">
      <Button words={words.button} kind="main" onTap={next} />
      {none && (
        <Notice icon="good">
          <View className="strong">{words.none}</View>
          <View className="small">{words.noneHint}</View>
        </Notice>
      )}
    </View>
  )
}
