import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Receipt } from '@huiyin/shared/reports/report.ts'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '../../../core/components/button.tsx'
import { useNow } from '../../../core/components/deadline.tsx'
import { Empty } from '../../../core/components/empty.tsx'
import { Page } from '../../../core/components/page.tsx'
import type { Draft } from '../../../core/drafts.ts'
import { useMe } from '../../../core/me.ts'
import { spoken } from '../../../core/spoken.ts'
import { dayAndTime } from '../../../core/time.ts'
import { say } from '../../../core/toast.ts'
import { useStoredDraft } from '../../../core/use-draft.ts'
import { call, outbox } from '../../../core/wire.ts'
import { PhotoNews } from '../../components/photo-news.tsx'
import type { ReportForm } from '../../new-report.ts'
import { reportWords } from '../../words.ts'
import './receipt.css'

const words = reportWords.receipt
const goHome = () => Taro.switchTab({ url: '/pages/home/index' })

const Echoing = ({ still, title, hint }: { still: boolean; title: string; hint: string }) => (
  <View className="empty" {...spoken({ role: 'status', live: 'polite' })}>
    <View className={still ? 'echoing still' : 'echoing'}>
      <View className="wave w1" />
      <View className="wave w2" />
      <View className="wave w3" />
    </View>
    <View className="heading">{title}</View>
    <View className="soft">{hint}</View>
  </View>
)

const OnItsWay = ({ draft }: { draft: Draft<ReportForm> }) => {
  const stuck = draft.problem !== undefined
  return (
    <>
      <Echoing
        still={stuck}
        title={stuck ? words.waiting : words.sending}
        hint={stuck ? words.waitingHint : words.sendingHint}
      />
      <PhotoNews ids={draft.form.photoIds} />
      <View className="dock">
        {stuck && <Button words={words.again} icon="refresh" kind="main" onTap={outbox.sendAll} />}
        <Button words={words.home} onTap={goHome} />
      </View>
    </>
  )
}

const Refused = ({ draft }: { draft: Draft<ReportForm> }) => (
  <Empty
    drawing="cut"
    title={draft.problem?.title ?? ''}
    hint={draft.problem?.detail ?? ''}
    action={{ words: words.edit, onTap: () => Taro.redirectTo({ url: '/reports/pages/new/index' }) }}
  />
)

const Line = ({ name, said }: { name: string; said: string }) => (
  <View className="fact">
    <View className="soft fact-name">{name}</View>
    <View className="grow">{said}</View>
  </View>
)

const RememberPlace = ({ form }: { form: ReportForm }) => {
  const me = useMe()
  const buildingId = form.place?.buildingId
  if (!me.data || me.data.home || !buildingId) return null
  const remember = async () => {
    await call(personRoutes.setHome, { buildingId })
    say(words.homeSet)
    await me.refetch()
  }
  return <Button words={words.setHome} icon="home" kind="quiet" onTap={remember} />
}

const Got = ({ receipt, form }: { receipt: Receipt; form: ReportForm }) => {
  const now = useNow()
  return (
    <>
      <View className="card receipt" {...spoken({ role: 'status', live: 'polite' })}>
        <View className="stamp big">{reportWords.stepSeals[0]}</View>
        <View className="heading">{words.got}</View>
        <View className="soft small">{words.number}</View>
        <View className="number">{receipt.number}</View>
        <View className="facts">
          <Line name={words.who} said={`${receipt.owner.title} ${receipt.owner.name}`} />
          <Line name={words.acceptBy} said={dayAndTime(receipt.acceptBy, now)} />
          <Line name={words.resolveBy} said={dayAndTime(receipt.resolveBy, now)} />
          <Line name={words.place} said={receipt.place} />
          <Line name={words.grid} said={receipt.gridName} />
        </View>
        {receipt.daysUnknown && <View className="small soft">{words.daysUnknown}</View>}
      </View>
      <PhotoNews ids={form.photoIds} />
      <RememberPlace form={form} />
      <View className="dock">
        <Button
          words={words.follow}
          kind="main"
          onTap={() => Taro.redirectTo({ url: `/reports/pages/show/index?id=${receipt.id}` })}
        />
        <Button words={words.home} onTap={goHome} />
      </View>
    </>
  )
}

export default function ReceiptPage() {
  const id = useRouter().params.id ?? ''
  const draft = useStoredDraft<ReportForm>(id)
  return (
    <Page>
      {!draft && <Empty drawing="cut" title={words.noDraft} hint="" action={{ words: words.home, onTap: goHome }} />}
      {(draft?.state === 'queued' || draft?.state === 'writing') && <OnItsWay draft={draft} />}
      {draft?.state === 'refused' && <Refused draft={draft} />}
      {draft?.state === 'sent' && <Got receipt={draft.answer as Receipt} form={draft.form} />}
    </Page>
  )
}
