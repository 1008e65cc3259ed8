import type { Rescuer } from '@huiyin/shared/alerts/rescue.ts'
import { commonRescuePhones, phonesFor } from '@huiyin/shared/alerts/rescue-phones.ts'
import { rescueRoutes } from '@huiyin/shared/alerts/rescue-routes.ts'
import { View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { reportWords } from '../words.ts'
import type { ChosenPlace } from './new-report.ts'
import '@/core/components/danger.css'

const words = reportWords.make

/** Life may be in danger: whom to ring, before anything is filed; those of her county as soon as the service has said them. */
export const CallFirst = ({ rescuer, place }: { rescuer: Rescuer; place: ChosenPlace | undefined }) => {
  const area = place?.buildingId ?? place?.communityId
  const { data } = useCall(rescueRoutes.listRescuePhones, area ? { area } : {})
  return (
    <>
      <View className="heading">{words.callFirst}</View>
      {phonesFor(rescuer, data?.items ?? commonRescuePhones).map(({ title, phone }) => (
        <Tap key={phone} className="rescue" label={words.call(phone, title)} onTap={() => platform.telephone(phone)}>
          <Icon name="phone" />
          <View className="grow heading">{words.call(phone, title)}</View>
        </Tap>
      ))}
    </>
  )
}
