import { Text, View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import type { Act } from '@/core/manifest.ts'
import { rooms } from '@/rooms.ts'

const Way = ({ act: { name, hint, icon, page }, first }: { act: Act; first: boolean }) => {
  const open = () => goTo(page)
  if (!icon)
    return (
      <Tap className="word book" onTap={open}>
        <Text>{name}</Text>
        <Icon name="next" />
      </Tap>
    )
  return (
    <Tap className={first ? 'act first' : 'act'} label={`${name} ${hint}`} onTap={open}>
      <Icon name={icon} />
      <Text className="act-words">
        <Text className="act-name">{name}</Text>
        {'\n'}
        <Text className="act-hint">{hint}</Text>
      </Text>
    </Tap>
  )
}

const acts = rooms.flatMap(({ home }) => home?.acts ?? [])
const [loud, quiet] = [acts.filter(it => it.icon), acts.filter(it => !it.icon)]

/**
 * What a resident most likely came for, always under the thumb, the quiet ones below the others; whoever has a post comes for what
 * stands above.
 */
export const Acts = ({ docked }: { docked: boolean }) => (
  <View className={docked ? 'dock' : 'acts'}>
    {loud.map((act, index) => (
      <Way key={act.name} act={act} first={index === 0} />
    ))}
    <View className="row quiet-acts">
      {quiet.map(act => (
        <Way key={act.name} act={act} first={false} />
      ))}
    </View>
  </View>
)
