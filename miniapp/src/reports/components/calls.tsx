import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Cell } from '@/core/components/cell.tsx'
import { useCall } from '@/core/query.tsx'
import { staffWords } from '../staff-words.ts'

const words = staffWords.desk

/** The way of a township to what nobody answers, and to how alerts arrive. */
export const Calls = ({ township }: { township: string }) => {
  const { data } = useCall(alertRoutes.listCalls, { township }, { every: 8_000 })
  const open = () => Taro.navigateTo({ url: `/reports/pages/calls/index?township=${township}` })
  return (
    <View className="card">
      <Cell icon="phone" title={words.calls(data?.items.length ?? 0)} hint={words.callsHint} first onTap={open} />
    </View>
  )
}
