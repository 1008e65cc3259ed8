import { Text, View } from '@tarojs/components'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import './faces.css'

const ratings = ['good', 'fair', 'poor'] as const
export type Rating = (typeof ratings)[number]

type Props = {
  names: Record<Rating, string>
  /** A tap only chooses; `chosen` is the one she has tapped. */
  choosing?: boolean | undefined
  chosen?: Rating | undefined
  onTap: (rating: Rating) => unknown
}

/** Three faces with their names, from glad to sad. */
export const Faces = ({ names, choosing, chosen, onTap }: Props) => (
  <View className="rates">
    {ratings.map(rating => (
      <Tap
        key={rating}
        className={rating === chosen ? 'rate on' : 'rate'}
        role={choosing ? 'radio' : 'button'}
        checked={choosing && rating === chosen}
        label={names[rating]}
        onTap={() => onTap(rating)}
      >
        <Icon name={rating === chosen ? 'check' : rating} />
        <Text>{names[rating]}</Text>
      </Tap>
    ))}
  </View>
)
