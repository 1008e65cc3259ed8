import { consentVersion, type PublicationDesk } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { consentTexts, publicationWords } from './publication-words.ts'

const words = publicationWords.consent

export const consentText = consentTexts[consentVersion]

/** Writes down that she agrees to the text that is shown. */
export const allowPublication = async (id: string) =>
  call(publicationRoutes.allowPublication, { id, consentId: await platform.newId(), version: consentVersion })

const stateOf = ({ publication }: PublicationDesk) => {
  if (publication?.state === 'public') return words.shown
  return publication?.state === 'hidden' ? words.hidden : words.notYet
}

const Standing = ({ report, desk, onDone }: { report: Report; desk: PublicationDesk; onDone: () => unknown }) => {
  const { consent } = desk
  const allow = async () => {
    await allowPublication(report.id)
    say(words.thanks)
    await onDone()
  }
  const revoke = async () => {
    await call(publicationRoutes.revokePublication, { id: report.id, consentId: consent?.id ?? '' })
    say(words.revoked)
    await onDone()
  }
  if (!consent) {
    return (
      <>
        <View>{consentText}</View>
        <View className="hint">{words.optional}</View>
        <Button words={words.allow} icon="check" onTap={allow} />
      </>
    )
  }
  return (
    <>
      <View>{words.allowed[consent.version]}</View>
      <View className="hint">{stateOf(desk)}</View>
      <Button words={words.revoke} icon="undo" onTap={revoke} />
    </>
  )
}

/** Her word about publishing, given or taken back with one tap. */
export const ConsentCard = ({ report }: { report: Report }) => {
  const asked = report.mine && report.source === 'resident' && report.state === 'closed'
  const { data: desk, refetch } = useCall(publicationRoutes.getPublication, { id: report.id }, { enabled: asked })
  if (!asked || !desk) return null
  return (
    <View className="card stack">
      <View className="heading">{publicationWords.consent.title}</View>
      <Standing report={report} desk={desk} onDone={refetch} />
      <PublishedLink />
    </View>
  )
}

export const PublishedLink = () => (
  <Button words={publicationWords.list.link} icon="photo" kind="quiet" onTap={() => goTo(reportPages.published)} />
)
