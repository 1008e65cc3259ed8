import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { goOnTo, useParams } from '@/core/go-to.ts'
import { isRefused, useCall } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'
import { type Done, Finished } from '@/questions/answering/finished.tsx'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { Work } from '@/questions/answering/work.tsx'
import { staffWords } from '@/questions/staff-words.ts'

const words = staffWords.work

const Over = ({ id }: { id: string }) => (
  <Empty
    drawing="quiet"
    title={words.over}
    hint={words.overHint}
    action={{ words: words.again, onTap: () => goOnTo(questionPages.card, { id }) }}
  />
)

const OneQuestion = ({ id }: { id: string }) => {
  const [done, setDone] = useState<Done>()
  const asked = useCall(questionRoutes.getQuestion, { id }, { every: 20_000, enabled: !done })
  const { last: question, error, refetch } = asked
  if (done) return <Finished how={done} />
  // Only who holds it gets it: whoever does not any more claims it anew.
  const lost = isRefused(error)
  if (lost ? !question : question && question.reader !== 'holder') return <Over id={id} />
  if (!question) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return <Work question={lost ? { ...question, lease: null } : question} onChanged={refetch} onDone={setDone} />
}

export default asPage(function WorkPage() {
  const id = useParams(questionPages.handle).id ?? ''
  useAnswered(id)
  return <StaffPage lead={staffWords.onlyYou}>{() => <OneQuestion id={id} />}</StaffPage>
})
