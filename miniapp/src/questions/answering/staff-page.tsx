import type { Person } from '@huiyin/shared/people/person.ts'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { lawPostsOf, useMe } from '@/core/me.ts'
import { staffWords } from '../staff-words.ts'
import { NotYours } from './not-yours.tsx'
import '../staff.css'

type Props = { lead?: string | undefined; children: (me: Person) => ReactNode }

/** A page of those who answer questions; nobody else is let in. */
export const StaffPage = ({ lead = staffWords.onlyStaff, children }: Props) => {
  const { data: me, error, refetch } = useMe()
  return (
    <Page lead={<Text className="small soft grow">{lead}</Text>}>
      {!me && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      {me && (lawPostsOf(me).length > 0 ? children(me) : <NotYours />)}
    </Page>
  )
}
