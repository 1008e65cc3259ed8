import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { spoken } from '../device/spoken.ts'
import { coreWords } from '../words.ts'

const widths = ['62%', '88%', '40%']

/** Milliseconds after which she is told that it takes longer than it should. */
const patience = 5_000

/** The shape of what is coming. */
export const Skeleton = ({ cards = 3 }: { cards?: number | undefined }) => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View className="stack" {...spoken({ role: 'status', label: coreWords.loading })}>
      {['first', 'second', 'third'].slice(0, cards).map(card => (
        <View key={card} className="card stack">
          {widths.map(width => (
            <View key={width} className="bone" style={{ width, height: '18px' }} />
          ))}
        </View>
      ))}
      {slow && <View className="soft centred">{coreWords.slow}</View>}
    </View>
  )
}
