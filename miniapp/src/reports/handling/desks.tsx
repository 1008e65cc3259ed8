import type { Person, Posting } from '@huiyin/shared/people/person.ts'
import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { deskOf, desksOf } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { staffCardWords as words } from '../staff-card-words.ts'

const Count = ({ count, name, late }: { count: number | undefined; name: string; late?: boolean }) => (
  <View className={late && count ? 'count late' : 'count'}>
    <Text className="count-number">{count ?? '–'}</Text>
    <Text className="small">{name}</Text>
  </View>
)

/** What waits on one of my posts, and the way to it. */
const TodoCard = ({ post }: { post: Posting }) => {
  const desk = deskOf(post)
  const { data: counts } = useCall(filingRoutes.countDesk, { desk }, { every: 10_000 })
  return (
    <Tap className="card stack" onTap={() => goTo(reportPages.desk, { desk })}>
      <View className="row">
        <Icon name="desk" />
        <View className="grow">
          <Text className="strong">{post.title}</Text> <Text className="small soft">{post.areaName}</Text>
        </View>
        <Icon name="next" />
      </View>
      <View className="counts">
        <Count count={counts?.waiting} name={words.waiting} />
        <Count count={counts?.working} name={words.working} />
        <Count count={counts?.late} name={words.late} late />
      </View>
    </Tap>
  )
}

export const TodoCards = ({ person }: { person: Person }) => (
  <>
    {desksOf(person).map(post => (
      <TodoCard key={post.areaId + post.role} post={post} />
    ))}
  </>
)

/** The desks of my posts. */
export const MyDesks = ({ person }: { person: Person }) => {
  const desks = desksOf(person)
  if (desks.length === 0) return null
  return (
    <View className="card list">
      {desks.map((post, index) => (
        <Cell
          key={post.areaId + post.role}
          first={index === 0}
          icon="desk"
          title={post.title}
          hint={post.areaName}
          onTap={() => goTo(reportPages.desk, { desk: deskOf(post) })}
        />
      ))}
    </View>
  )
}
