import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { staffWords } from '../staff-words.ts'
import '@/core/fields/choices.css'

const words = staffWords.answer
const firstFew = 5

/** His ready-made pieces, by name; a tap hands one over. */
export const ParagraphChips = ({ onChoose }: { onChoose: (text: string) => void }) => {
  const { data } = useCall(adviserRoutes.listParagraphs, {})
  const [all, setAll] = useState(false)
  if (!data) return null
  const shown = all ? data.items : data.items.slice(0, firstFew)
  return (
    <View className="stack">
      <View className="hint">{words.paragraphs}</View>
      <View className="filters">
        {shown.map(({ id, title, words: text }) => (
          <Tap key={id} className="filter" label={title} onTap={() => onChoose(text)}>
            <Icon name="plus" />
            <Text>{title}</Text>
          </Tap>
        ))}
        {shown.length < data.items.length && (
          <Tap className="filter" label={words.allParagraphs} onTap={() => setAll(true)}>
            <Text>{words.allParagraphs}</Text>
          </Tap>
        )}
        {data.items.length === 0 && (
          <Tap className="filter" label={words.noParagraphs} onTap={() => goTo(questionPages.paragraphs)}>
            <Icon name="pencil" />
            <Text>{words.noParagraphs}</Text>
          </Tap>
        )}
      </View>
    </View>
  )
}
