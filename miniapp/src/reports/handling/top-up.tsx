import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { Text, View } from '@tarojs/components'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { useCall } from '@/core/query.tsx'
import { staffWords } from '../staff-words.ts'
import { staffTemplates } from './at-once.ts'

const words = staffWords.desk
/** Below this many it is time to say so. */
const few = 3

/** How many WeChat messages this worker can still get, and one tap for one more. */
export const TopUp = () => {
  const { data } = useCall(alertRoutes.listPermits, {})
  const permits = data?.items.filter(permit => staffTemplates.includes(permit.template)) ?? []
  if (permits.length === 0) return null
  if (permits.every(permit => permit.lasting)) return <View className="small soft">{words.lasting}</View>
  const left = Math.min(...permits.map(permit => permit.left))
  return (
    <View className={left < few ? 'notice late' : 'notice'}>
      <Icon name="bell" />
      <View className="grow">
        <View className="row wrap apart">
          <Text className="strong">{words.permits(left)}</Text>
          <Button
            words={words.topUp}
            icon="plus"
            kind="quiet"
            onTap={() => askPermits(staffTemplates, { meant: true })}
          />
        </View>
        <View className="hint">{left > 0 && left < few ? words.few : words.permitsHint}</View>
      </View>
    </View>
  )
}
