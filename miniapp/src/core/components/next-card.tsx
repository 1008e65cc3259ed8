import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = PropsWithChildren<{
  /** What kind of next thing it is, in small letters above. */
  lead: ReactNode
  title: string
  tags?: ReactNode
  where: string
}>

/** The largest thing on the first screen of whoever has a post: what, where, and below it until when and the one button. */
export const NextCard = ({ lead, title, tags, where, children }: Props) => (
  <View className="card stack next">
    {lead}
    <View className="row wrap apart">
      <Text className="next-title">{title}</Text>
      {tags}
    </View>
    <View className="row">
      <Icon name="pin" />
      <Text className="grow">{where}</Text>
    </View>
    {children}
  </View>
)
