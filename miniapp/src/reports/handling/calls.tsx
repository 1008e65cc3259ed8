import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { staffWords } from '../staff-words.ts'

const words = staffWords.desk

/** The way of a township to what nobody answers, and to how alerts arrive. */
export const Calls = ({ township }: { township: string }) => {
  const { data } = useCall(alertRoutes.listCalls, { township }, { every: 8_000 })
  const open = () => goTo(reportPages.calls, { township })
  return (
    <View className="card">
      <Cell icon="phone" title={words.calls(data?.items.length ?? 0)} hint={words.callsHint} first onTap={open} />
    </View>
  )
}
