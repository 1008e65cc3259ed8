import { View } from '@tarojs/components'
import { Button } from './button.tsx'
import { Drawing, type DrawingName } from './drawing.tsx'

export type EmptyProps = {
  drawing: DrawingName
  title: string
  hint: string
  action?: { words: string; onTap: () => unknown } | undefined
}

/** Why nothing is here, and the one thing to do about it. */
export const Empty = ({ drawing, title, hint, action }: EmptyProps) => (
  <View className="empty">
    <Drawing name={drawing} />
    <View className="heading">{title}</View>
    <View className="soft">{hint}</View>
    {action && <Button words={action.words} kind="quiet" onTap={action.onTap} />}
  </View>
)
