import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { bookingWords } from '../words.ts'
import { SlotButton } from './slot-button.tsx'
import type { Taken } from './taken.ts'

const words = bookingWords.taken

type Props = { taken: Taken; onPick: (slot: FreeSlot) => unknown; onAll: () => unknown; onClose: () => void }

/** Somebody was quicker: the nearest times that are left, one tap each. */
export const TakenSheet = ({ taken: { title, choices }, onPick, onAll, onClose }: Props) => (
  <Sheet title={title} onClose={onClose} foot={<Button words={words.all} kind="quiet" onTap={onAll} />}>
    <View className="soft">{choices.length > 0 ? words.hint : words.none}</View>
    {choices.map(slot => (
      <SlotButton key={slot.adviser.id + slot.startsAt} slot={slot} withDay withWho onTap={() => onPick(slot)} />
    ))}
  </Sheet>
)
