import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Receipt as Filed } from '@huiyin/shared/reports/report-card.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { Page } from '@/core/components/page.tsx'
import { goHome, goOnTo, useParams } from '@/core/go-to.ts'
import { useMe } from '@/core/me.ts'
import { PhotoProgress } from '@/core/photos/photo-progress.tsx'
import { Outgoing } from '@/core/sending/outgoing.tsx'
import { Receipt } from '@/core/sending/receipt.tsx'
import { call } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import type { ReportForm } from '@/reports/filing/new-report.ts'
import { reportWords } from '@/reports/words.ts'

const words = reportWords.receipt

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

const Got = ({ filed, form }: { filed: Filed; form: ReportForm }) => {
  const now = useNow()
  return (
    <>
      <Receipt
        seal={reportWords.stepSeals[0]}
        number={filed.number}
        facts={[
          [words.who, `${filed.owner.title} ${filed.owner.name}`],
          [words.acceptBy, dayAndTime(filed.acceptBy, now)],
          [words.resolveBy, dayAndTime(filed.resolveBy, now)],
          [words.place, filed.place],
          [words.grid, filed.gridName || words.unclaimed],
        ]}
        hint={filed.daysUnknown ? words.daysUnknown : undefined}
      />
      <PhotoProgress ids={form.photoIds} />
      <RememberPlace form={form} />
      <View className="dock">
        <Button words={words.follow} kind="main" onTap={() => goOnTo(reportPages.show, { id: filed.id })} />
        <Button words={words.home} onTap={goHome} />
      </View>
    </>
  )
}

export default asPage(function ReceiptPage() {
  const id = useParams(reportPages.receipt).id ?? ''
  return (
    <Page>
      <Outgoing<ReportForm>
        id={id}
        compose={reportPages.new}
        sent={draft => <Got filed={draft.answer as Filed} form={draft.form} />}
        unknown={<Empty drawing="cut" title={words.noDraft} hint="" action={{ words: words.home, onTap: goHome }} />}
      />
    </Page>
  )
})
