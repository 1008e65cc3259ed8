import type { AdviserFigures } from '@huiyin/shared/questions/adviser-desk.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { Text, View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { pictured } from '@/core/device/spoken.ts'
import { useCall } from '@/core/query.tsx'
import { span } from '@/core/time.ts'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { staffWords } from '@/questions/staff-words.ts'
import { questionWords } from '@/questions/words.ts'

const words = staffWords.figures
const marks = ['good', 'fair', 'poor'] as const

const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className="card">
    <View className="soft">{name}</View>
    <View className="figure">{value}</View>
  </View>
)

/** Three bars of one whole; never one person's word. */
const Ratings = ({ ratings }: { ratings: NonNullable<AdviserFigures['ratings']> }) => {
  const count = ratings.good + ratings.fair + ratings.poor
  const percentOf = (mark: (typeof marks)[number]) => Math.round((ratings[mark] * 100) / count)
  return (
    <>
      {marks.map(mark => {
        const said = words.part(questionWords.show.ratings[mark], ratings[mark], percentOf(mark))
        return (
          <View key={mark} className="bar-row">
            <View className="row">
              <Icon name={mark} />
              <Text className="grow">{said}</Text>
            </View>
            <View className="share" {...pictured('')}>
              <View className={`share-part ${mark}`} style={{ width: `${percentOf(mark)}%` }} />
            </View>
          </View>
        )
      })}
      <View className="hint">{words.ratingsHint(count)}</View>
    </>
  )
}

const Figures = () => {
  const { data, error, refetch } = useCall(adviserRoutes.getFigures, {})
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  const { answered, medianMinutes, ratings } = data
  return (
    <>
      <Figure name={words.answered} value={words.times(answered)} />
      <Figure name={words.median} value={medianMinutes === null ? words.noMedian : span(medianMinutes * 60_000)} />
      <View className="card stack">
        <View className="heading">{words.ratings}</View>
        {ratings ? <Ratings ratings={ratings} /> : <View className="soft">{words.noRatings}</View>}
      </View>
    </>
  )
}

export default asPage(function FiguresPage() {
  return <StaffPage>{() => <Figures />}</StaffPage>
})
