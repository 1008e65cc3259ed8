import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { BookingFacts } from '../components/booking-facts.tsx'
import { bookingWords } from '../words.ts'
import { FillIn } from './fill-in.tsx'
import { Hold } from './hold.tsx'
import { TakenSheet } from './taken-sheet.tsx'
import { useBooking } from './use-booking.ts'

const words = bookingWords.book

/** The held time, her sentence, and 确认预约: everything that goes out stands on this one page. */
export const ConfirmBooking = ({ booking, onChanged }: { booking: Booking; onChanged: () => unknown }) => {
  const it = useBooking(booking)
  const all = () => it.elsewhere(false)
  return (
    <>
      <BookingFacts card={booking} />
      <Hold booking={booking} onChanged={onChanged} />
      <FillIn form={it.form} change={it.put} wrong={it.wrong} />
      <View className="dock">
        <Button words={words.elsewhere} onTap={all} />
        <Button words={words.confirm} icon="check" kind="main" onTap={it.submit} />
      </View>
      {it.taken && <TakenSheet taken={it.taken} onPick={it.pick} onAll={all} onClose={it.close} />}
      {it.neutral && (
        <Sheet
          title={it.neutral.title}
          onClose={it.closeNeutral}
          foot={<Button words={words.neutral} kind="main" onTap={() => it.elsewhere(true)} />}
        >
          <View>{it.neutral.detail}</View>
        </Sheet>
      )}
    </>
  )
}
