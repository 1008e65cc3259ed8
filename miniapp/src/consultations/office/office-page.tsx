import type { Person } from '@huiyin/shared/people/person.ts'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { goHome } from '@/core/go-to.ts'
import { lawPostsOf, useMe } from '@/core/me.ts'
import { officeWords as words } from '../office-words.ts'
import '../consultations.css'
import '../office.css'

type Props = { post: 'adviser' | 'justice'; children: (me: Person) => ReactNode }

/** A page of those who hold one of the two posts of the law; nobody else is let in. */
export const OfficePage = ({ post, children }: Props) => {
  const { data: me, error, refetch } = useMe()
  const mine = lawPostsOf(me).some(it => it.role === post)
  const action = { words: words.home, onTap: goHome }
  return (
    <Page lead={<Text className="small soft grow">{words.onlyStaff}</Text>}>
      {!me && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      {me && mine && children(me)}
      {me && !mine && <Empty drawing="door" title={words.notYours} hint={words.notYoursHint} action={action} />}
    </Page>
  )
}
