import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/core/components/icon.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { Choices } from '@/core/fields/choices.tsx'

type Props<T extends string | number> = {
  label: string
  value: T
  options: readonly T[]
  wordsOf: (value: T) => string
  first?: boolean | undefined
  onPick: (value: T) => void
}

/** One line that says what is chosen; a tap shows what else there is. */
export const PickField = <T extends string | number>(props: Props<T>) => {
  const { label, value, options, wordsOf, first, onPick } = props
  const [open, setOpen] = useState(false)
  const picked = (option: T) => {
    setOpen(false)
    onPick(option)
  }
  const choices = options.map(option => ({
    key: String(option),
    words: wordsOf(option),
    on: option === value,
    onTap: () => picked(option),
  }))
  return (
    <View>
      <Tap className={first ? 'cell first' : 'cell'} onTap={() => setOpen(true)}>
        <View className="row wrap lines apart grow">
          <Text className="soft">{label}</Text>
          <Text className="strong">{wordsOf(value)}</Text>
        </View>
        <Icon name="next" />
      </Tap>
      {open && (
        <Sheet title={label} onClose={() => setOpen(false)}>
          <Choices choices={choices} />
        </Sheet>
      )}
    </View>
  )
}
