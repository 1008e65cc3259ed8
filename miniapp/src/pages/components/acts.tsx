import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon, type IconName } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { pageWords } from '../words.ts'

const words = pageWords.home

type Props = { className: string; icon: IconName; name: string; hint: string; url: string }

const Act = ({ className, icon, name, hint, url }: Props) => (
  <Tap className={className} label={`${name} ${hint}`} onTap={() => Taro.navigateTo({ url })}>
    <Icon name={icon} />
    <View>
      <View className="act-name">{name}</View>
      <View className="act-hint">{hint}</View>
    </View>
  </Tap>
)

const book = () => Taro.navigateTo({ url: '/consultations/pages/find/index' })

/** 报问题 and 问律师, and quietly below them 约律师: always under the thumb. */
export const TwoActions = () => (
  <View className="dock">
    <Act
      className="act first"
      icon="camera"
      name={words.report}
      hint={words.reportHint}
      url="/reports/pages/new/index"
    />
    <Act className="act" icon="balance" name={words.lawyer} hint={words.lawyerHint} url="/questions/pages/new/index" />
    <Tap className="word book" onTap={book}>
      <Text>{words.book}</Text>
      <Icon name="next" />
    </Tap>
  </View>
)
