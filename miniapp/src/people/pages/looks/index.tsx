import type { Access } from '@huiyin/shared/people/person.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { door } from '@/core/doors.ts'
import { goHome, goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { peopleWords } from '@/people/words.ts'

const words = peopleWords.looks

const One = ({ look }: { look: Access }) => {
  const now = useNow()
  const id = look.matterId
  const matter = door(look.what === 'phone' ? 'report' : 'question')
  return (
    <View className="card stack">
      <View className="strong">{look.by}</View>
      <View>{look.reason}</View>
      <View className="small soft">{dayAndTime(look.at, now)}</View>
      {id && matter && <Button words={words.report} kind="quiet" onTap={() => goTo(matter, { id })} />}
    </View>
  )
}

export default asPage(function AccessLogPage() {
  const { data, error, refetch } = useCall(personRoutes.listLooks, {})
  return (
    <Page>
      {!data && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={2} />)}
      {data?.items.length === 0 && (
        <Empty
          drawing="door"
          title={words.empty}
          hint={words.emptyHint}
          action={{ words: words.home, onTap: goHome }}
        />
      )}
      {data?.items.map(look => (
        <One key={look.at + look.by} look={look} />
      ))}
    </Page>
  )
})
