import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import { pictured } from '../device/spoken.ts'
import { queries } from '../query.tsx'
import { liveWords as words } from './live-words.ts'
import './small-picture.css'

/** Which link of a picture led nowhere; looking again reads what is on screen anew, and with it the link. */
export const useDead = (url: string) => {
  const [dead, setDead] = useState<string>()
  const again = async () => {
    await queries.refetchQueries({ type: 'active' })
    setDead(undefined)
  }
  return { isDead: dead === url, died: () => setDead(url), again }
}

export const LookAgain = ({ label, onAgain }: { label: string; onAgain: () => Promise<void> }) => (
  <Tap className="tile awaited" label={`${label} ${words.dead} ${words.lookAgain}`} onTap={onAgain}>
    <Icon name="refresh" />
    <View className="small">{words.dead}</View>
    <Text className="strong">{words.lookAgain}</Text>
  </Tap>
)

type TileProps = { src: string; label?: string; onDead: () => void }

/** A picture of the server as a tile shows it. `label`: what it shows, where nothing around it says so. */
export const TileImage = ({ src, label = '', onDead }: TileProps) => (
  <Image className="tile-image" src={src} mode="aspectFill" lazyLoad onError={onDead} {...pictured(label)} />
)

/** A small picture in something larger: a cover, a portrait. Dead, it is looked at again in its own place. */
export const SmallPicture = ({ src, label = '' }: Omit<TileProps, 'onDead'>) => {
  const { isDead, died, again } = useDead(src)
  if (!isDead) return <TileImage src={src} label={label} onDead={died} />
  return (
    <Tap className="small-dead" label={`${label} ${words.dead} ${words.lookAgain}`} onTap={again}>
      <Text>{words.lookAgain}</Text>
    </Tap>
  )
}
