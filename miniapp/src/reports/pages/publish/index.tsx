import type { PublicationDesk } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { goOnTo, useParams } from '@/core/go-to.ts'
import { BeforeAfter } from '@/core/photos/before-after.tsx'
import { useCall, useRefresh } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { BlurEditor } from '@/reports/publishing/blur-editor.tsx'
import { PublishedLink } from '@/reports/publishing/consent-card.tsx'
import { asPhoto } from '@/reports/publishing/public-photo.ts'
import { publicationWords } from '@/reports/publishing/publication-words.ts'
import { staffWords } from '@/reports/staff-words.ts'
import '@/reports/reports.css'

const words = publicationWords.publish
type Publication = NonNullable<PublicationDesk['publication']>

const Complaints = ({ complaints }: Pick<Publication, 'complaints'>) => {
  const now = useNow()
  if (complaints.length === 0) return null
  return (
    <View className="card stack">
      <View className="heading">{words.complaints}</View>
      {complaints.map(({ reason, at }) => (
        <View key={at}>
          {publicationWords.list.reasons[reason]}，{dayAndTime(at, now)}
        </View>
      ))}
    </View>
  )
}

type ShownProps = { id: string; desk: PublicationDesk; publication: Publication; onDone: () => unknown }

/** What is shown, or hidden by a complaint, as the public gets it; and what to do about it. */
const Shown = ({ id, desk, publication, onDone }: ShownProps) => {
  const { state, before, after, words: said, complaints } = publication
  const move = async (verb: 'restorePublication' | 'unpublishReport') => {
    await call(publicationRoutes[verb], { id, eventId: await platform.newId() })
    say(verb === 'unpublishReport' ? words.unpublished : words.restored)
    await onDone()
  }
  return (
    <>
      <View className="card stack">
        <View className="row">
          <Tag
            icon={state === 'public' ? 'eye' : 'alert'}
            words={words.states[state]}
            tone={state === 'public' ? 'going' : 'late'}
          />
        </View>
        <BeforeAfter before={[asPhoto(before)]} after={[asPhoto(after)]} />
        {said && <View>{said}</View>}
      </View>
      <Complaints complaints={complaints} />
      {desk.can.includes('restore') && (
        <Button words={words.restore} icon="check" kind="main" onTap={() => move('restorePublication')} />
      )}
      {desk.can.includes('unpublish') && (
        <Button words={words.unpublish} icon="undo" kind="grave" onTap={() => move('unpublishReport')} />
      )}
      <PublishedLink />
    </>
  )
}

const whyNot = ({ can, consent, before, after }: PublicationDesk): [title: string, hint: string] | undefined => {
  if (!consent) return [words.noConsent, words.noConsentHint]
  if (!can.includes('publish')) return [words.notClosed, words.notClosedHint]
  const passed = [before, after].every(side => side.some(it => it.check === 'pass'))
  return passed ? undefined : [words.noPassed, words.noPassedHint]
}

const Body = ({ id, desk, onDone }: { id: string; desk: PublicationDesk; onDone: () => unknown }) => {
  if (desk.publication) return <Shown {...{ id, desk, onDone, publication: desk.publication }} />
  const why = whyNot(desk)
  if (!why) return <BlurEditor {...{ id, desk, onDone }} />
  const back = { words: words.back, onTap: () => goOnTo(reportPages.handle, { id }) }
  return <Empty drawing="quiet" title={why[0]} hint={why[1]} action={back} />
}

export default asPage(function PublishPage() {
  const id = useParams(reportPages.publish).id ?? ''
  const { data: desk, error, refetch } = useCall(publicationRoutes.getPublication, { id }, { every: 15_000 })
  const refresh = useRefresh()
  const done = async () => {
    refresh(publicationRoutes.listPublished)
    await refetch()
  }
  return (
    <Page lead={<Text className="small soft grow">{staffWords.onlyStaff}</Text>}>
      {desk && <Body id={id} desk={desk} onDone={done} />}
      {!desk && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
    </Page>
  )
})
