import { Text, View } from '@tarojs/components'
import type { Turn } from '../query.tsx'
import { coreWords } from '../words.ts'
import { Button } from './button.tsx'

const words = coreWords.turn

/** Below a list: which of its pages this is, and the way to those beside it. Nothing below a list of one page. */
export const TurnPage = ({ turn: { page, back, on }, more = words.on }: { turn: Turn; more?: string }) =>
  back || on ? (
    <View className="stack">
      {page > 1 && <Text className="soft">{words.page(page)}</Text>}
      {on && <Button words={more} kind="quiet" onTap={on} />}
      {back && <Button words={words.back} kind="quiet" onTap={back} />}
    </View>
  ) : null
