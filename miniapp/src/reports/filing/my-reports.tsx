import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { Empty } from '@/core/components/empty.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { ReportList } from '../components/report-list.tsx'
import { entryWords as words } from '../entry-words.ts'

/**
 * The newest of her matters, on the home page; the staff, who come for those of others, are not told that they have none, and nobody is
 * before it is known who it is.
 */
export const MyReports = ({ staff }: { staff: boolean | undefined }) => {
  const asked = useCall(filingRoutes.listMyReports, { limit: 3 }, { every: 10_000 })
  const refresh = useRefresh()
  const found = asked.data?.items
  const refetch = () => {
    if (staff === undefined) refresh(personRoutes.getMe)
    return asked.refetch()
  }
  // She knows what she wrote, and home is to stand at once: the largest thing on it is its own button.
  const short = found?.map(it => ({ ...it, words: null }))
  const items = staff === undefined && found?.length === 0 ? undefined : short
  const list = { ...asked, items, refetch, turn: { page: 1 } }
  const guide = { words: words.guide, onTap: () => goTo(personPages.guide) }
  if (staff && !list.items?.length) return null
  return (
    <View className="stack">
      <View className="row apart">
        <Text className="heading">{words.mine}</Text>
        {asked.data?.next && (
          <Tap className="word" label={`${words.all}${words.mine}`} onTap={() => goTo(reportPages.mine)}>
            <Text>{words.all}</Text>
            <Icon name="next" />
          </Tap>
        )}
      </View>
      <ReportList
        asked={list}
        empty={<Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={guide} />}
      />
    </View>
  )
}
