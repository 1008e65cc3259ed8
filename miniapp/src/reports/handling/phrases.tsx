import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { useOwnPhrases, whyNotKept } from './own-phrases.ts'

const words = staffWords.phrases

const Own = ({ own, sorting, onTap }: { own: string[]; sorting: boolean; onTap: (phrase: string) => void }) => (
  <>
    {own.map(phrase => (
      <Tap key={phrase} className="filter" label={sorting ? words.remove(phrase) : phrase} onTap={() => onTap(phrase)}>
        <Text>{phrase}</Text>
        {sorting && <Icon name="trash" />}
      </Tap>
    ))}
  </>
)

type Props = { phrases: readonly string[]; written: string; onUse: (phrase: string) => void }

/** The usual sentences, a tap adds one; then his own, which he keeps and takes away here. */
export const Phrases = ({ phrases, written, onUse }: Props) => {
  const { own, add, remove } = useOwnPhrases()
  const [sorting, setSorting] = useState(false)
  const phrase = written.trim().replace(/\s+/g, ' ')
  const isNew = phrase !== '' && !phrases.includes(phrase) && !own.includes(phrase)
  const keep = () => {
    const why = whyNotKept(phrase, own)
    if (!why) add(phrase)
    say(why ?? words.kept)
  }
  return (
    <View>
      <View className="filters">
        {phrases.map(it => (
          <Tap key={it} className="filter" label={it} onTap={() => onUse(it)}>
            <Text>{it}</Text>
          </Tap>
        ))}
        <Own own={own} sorting={sorting} onTap={sorting ? remove : onUse} />
      </View>
      <View className="row wrap">
        {isNew && (
          <Tap className="word" onTap={keep}>
            <Icon name="plus" />
            <Text>{words.keep}</Text>
          </Tap>
        )}
        {own.length > 0 && (
          <Tap className="word" onTap={() => setSorting(!sorting)}>
            <Text>{sorting ? words.sorted : words.sort}</Text>
          </Tap>
        )}
      </View>
    </View>
  )
}
