import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { Text, View } from '@tarojs/components'
import { Tap } from '@/core/components/tap.tsx'
import { ShareButton } from '@/core/device/share.tsx'
import { BeforeAfter } from '@/core/photos/before-after.tsx'
import { span } from '@/core/time.ts'
import { asPhoto } from './public-photo.ts'
import { publicationWords } from './publication-words.ts'
import { sharedOf } from './share-published.ts'
import { Thank } from './thank.tsx'
import './publication.css'

const words = publicationWords.list
const hour = 3_600_000

const tookWords = (hours: number) => (hours === 0 ? words.tookLittle : words.took(span(hours * hour)))

type Props = { item: PublishedItem; onDone: () => unknown; onComplain: () => void }

/** A mended matter as everybody sees it. */
export const PublishedCard = ({ item, onDone, onComplain }: Props) => {
  const kind = reportKinds[item.kind].name
  return (
    <View className="card stack">
      <View className="row wrap apart">
        <Text className="heading">{kind}</Text>
        <Text className="small soft">
          {item.village} · {words.month(item.month)}
        </Text>
      </View>
      <BeforeAfter before={[asPhoto(item.before)]} after={[asPhoto(item.after)]} />
      <View>
        {item.words && <View>{item.words}</View>}
        <View className="small soft">{tookWords(item.tookHours)}</View>
      </View>
      <View className="acts card-acts">
        <Thank item={item} onDone={onDone} />
        <ShareButton words={words.share} label={words.shareOf(kind, item.village)} shared={sharedOf(item)} />
      </View>
      <View className="row apart card-foot">
        <Text className="small soft">{item.thanks > 0 && words.thanks(item.thanks)}</Text>
        <Tap className="word" label={words.complainOf(kind, item.village)} onTap={onComplain}>
          <Text>{words.complain}</Text>
        </Tap>
      </View>
    </View>
  )
}
