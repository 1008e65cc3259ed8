import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { type Call, type CallResult, channelNames, type DutyPhone, type Health } from '@huiyin/shared/alerts/told.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { AllDone } from '@/core/components/all-done.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { goHome, goTo, useParams } from '@/core/go-to.ts'
import { useMe } from '@/core/me.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { ago, span } from '@/core/time.ts'
import { say, tell } from '@/core/toast.ts'
import { staffWords } from '@/reports/staff-words.ts'
import '@/reports/reports.css'

const words = staffWords.calls

/** One matter that nobody answers: whom to reach, by which number, and one tap for what came of it. */
const OneCall = ({ it, onDone }: { it: Call; onDone: () => unknown }) => {
  const now = useNow()
  const made = (result: CallResult) =>
    call(alertRoutes.markCalled, { id: it.id, result }).then(
      () => {
        say(words.thanks[result])
        return onDone()
      },
      failed => tell(problemOf(failed)),
    )
  const dial = async () => {
    const eventId = await platform.newId()
    const { phone } = await call(alertRoutes.revealCall, { id: it.id, eventId })
    if (phone) platform.telephone(phone)
  }
  return (
    <View className="card stack">
      <View>
        <Text className="strong">{it.kind} </Text>
        <Text>{it.place}</Text>
      </View>
      <View className="small soft">
        {it.who} · {ago(it.at, now)}
      </View>
      {it.tries > 0 && it.triedAt && <View className="small">{words.tried(it.tries, ago(it.triedAt, now))}</View>}
      {!it.hasPhone && <View className="small soft">{words.noPhone}</View>}
      <View className="acts">
        <Button words={words.open} icon="note" onTap={() => goTo(reportPages.handle, { id: it.reportId })} />
        {it.hasPhone && (
          <Button words={words.dial} icon="phone" onTap={() => dial().catch(failed => tell(problemOf(failed)))} />
        )}
        <Button words={words.silent} onTap={() => made('no-answer')} />
        <Button words={words.done} icon="check" kind="main" onTap={() => made('reached')} />
      </View>
    </View>
  )
}

const Phones = ({ phones }: { phones: DutyPhone[] }) =>
  phones.length === 0 ? null : (
    <View className="card">
      <View className="heading">{words.phones}</View>
      {phones.map(({ title, phone }) => (
        <Cell key={phone} icon="phone" title={title} end={phone} onTap={() => platform.telephone(phone)} />
      ))}
    </View>
  )

const HealthCard = ({ health }: { health: Health }) => (
  <View className="card">
    <View className="heading">{words.health}</View>
    <Cell
      title={words.waiting}
      hint={health.waiting > 0 ? words.oldest(span(health.oldestSeconds * 1000)) : undefined}
      end={words.times(health.waiting)}
      first
    />
    <Cell title={words.climbing} end={words.times(health.climbing)} />
    <Cell title={words.dead} end={words.times(health.dead)} />
    {health.failures.length > 0 && <View className="small soft ruled">{words.failures}</View>}
    {health.failures.map(({ channel, code, why, count }) => (
      <Cell key={`${channel} ${code}`} title={channelNames[channel]} hint={why} end={words.times(count)} />
    ))}
  </View>
)

const Calls = ({ township }: { township: string }) => {
  const calls = useCall(alertRoutes.listCalls, { township }, { every: 8_000 })
  const health = useCall(alertRoutes.getHealth, { township }, { every: 8_000 })
  const refresh = useRefresh()
  const done = () => refresh(alertRoutes.listCalls, alertRoutes.getHealth)
  const { data, error, refetch } = calls
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return (
    <>
      {data.items.length === 0 ? (
        <AllDone
          title={words.empty}
          hint={words.emptyHint}
          action={{ words: staffWords.desk.refresh, onTap: refetch }}
        />
      ) : (
        <View className="soft">{words.hint}</View>
      )}
      {data.items.map(it => (
        <OneCall key={it.id} it={it} onDone={done} />
      ))}
      <Phones phones={data.phones} />
      {health.data && <HealthCard health={health.data} />}
    </>
  )
}

export default asPage(function CallsPage() {
  const me = useMe()
  const asked = useParams(reportPages.calls).township
  const township = me.data?.posts.find(post => post.role === 'officer' && (!asked || post.areaId === asked))?.areaId
  return (
    <Page lead={<Text className="small soft grow">{staffWords.onlyStaff}</Text>}>
      {!me.data && (me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton />)}
      {me.data && !township && (
        <Empty
          drawing="door"
          title={words.notYours}
          hint={words.notYoursHint}
          action={{
            words: staffWords.desk.home,
            onTap: goHome,
          }}
        />
      )}
      {township && <Calls township={township} />}
    </Page>
  )
})
