import type { HistoryStep } from '@huiyin/shared/reports/report.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { PhotoGrid } from '@/core/photos/photo-grid.tsx'
import { dayAndTime } from '@/core/time.ts'
import { staffWords } from '../staff-words.ts'
import { eventWords, reportWords, rulingWords, unseenWords, visitWords } from '../words.ts'

/** What happened in a step, in words. */
export const told = (step: HistoryStep) => {
  const level = reportWords.levels[step.level]
  if (step.event === 'climb') return `${eventWords.climb}：${level}`
  if (step.result) return visitWords[step.result]
  return (step.ruling && rulingWords[step.event]?.(level)) || eventWords[step.event]
}

/** One line of the history: who did what, when, with which words and photos. */
export const Happened = ({ step, photos = true }: { step: HistoryStep; photos?: boolean | undefined }) => {
  const now = useNow()
  return (
    <View className="happened">
      <View>
        <Text>{step.by} </Text>
        <Text className={step.event === 'climb' ? 'strong late-words' : 'strong'}>{told(step)}</Text>
      </View>
      <View className="small soft">{dayAndTime(step.at, now)}</View>
      {step.forWhom && <View className="small soft">{reportWords.show.forWhom(step.forWhom)}</View>}
      {step.staffOnly && <Tag icon="eye" words={staffWords.handle.staffOnly} tone="still" />}
      {step.unseen && <View className="small soft">{unseenWords[step.unseen]}</View>}
      {step.words && <View className="quote">{step.words}</View>}
      {photos && step.photos.length > 0 && <PhotoGrid photos={step.photos} />}
    </View>
  )
}
