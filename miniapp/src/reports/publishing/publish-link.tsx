import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Button } from '@/core/components/button.tsx'
import { goTo } from '@/core/go-to.ts'
import { useMe } from '@/core/me.ts'
import { publicationWords } from './publication-words.ts'

/** For those who may publish, once the matter is closed; the page says what is still missing. */
export const PublishLink = ({ report }: { report: Report }) => {
  const { data: me } = useMe()
  const may = me?.posts.some(post => post.role === 'lead' || post.role === 'officer')
  if (!may || report.state !== 'closed') return null
  return (
    <Button
      words={publicationWords.publish.enter}
      icon="photo"
      onTap={() => goTo(reportPages.publish, { id: report.id })}
    />
  )
}
