import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { Page } from '@/core/components/page.tsx'
import { goTo } from '@/core/go-to.ts'
import { useList } from '@/core/query.tsx'
import { ReportList } from '@/reports/components/report-list.tsx'
import { PublishedLink } from '@/reports/publishing/consent-card.tsx'
import { reportWords } from '@/reports/words.ts'

const words = reportWords.mine

export default asPage(function MyReportsPage() {
  const asked = useList(reportRoutes.listMyReports, {}, { every: 10_000 })
  const make = { words: words.make, onTap: () => goTo(reportPages.new) }
  return (
    <Page>
      <ReportList
        asked={asked}
        empty={<Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={make} />}
      />
      <PublishedLink />
    </Page>
  )
})
