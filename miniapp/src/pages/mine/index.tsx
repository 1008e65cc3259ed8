import type { Person } from '@huiyin/shared/people/person.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { setElder, useAppearance } from '@/core/appearance.ts'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { deskOf, desksOf, lawPostsOf, useMe } from '@/core/me.ts'
import { platform } from '@/core/platform.ts'
import { say } from '@/core/toast.ts'
import { call } from '@/core/wire.ts'
import { BindPhone } from '@/people/components/bind-phone.tsx'
import { Leave } from '../components/leave.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.mine
const go = (url: string) => () => void Taro.navigateTo({ url })

const Who = ({ person, onChanged }: { person: Person; onChanged: () => unknown }) => {
  const removePhone = async () => {
    await call(personRoutes.removePhone, {})
    say(words.removed)
    await onChanged()
  }
  return (
    <View className="card stack">
      <View className="heading">{person.name || words.resident}</View>
      <View className="soft">{person.phone ? words.phone(person.phone) : words.noPhone}</View>
      {person.phone ? (
        <Button words={words.removePhone} icon="trash" kind="quiet" onTap={removePhone} />
      ) : (
        <BindPhone onBound={onChanged} />
      )}
    </View>
  )
}

const Posts = ({ person }: { person: Person }) => {
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
          onTap={go(`/reports/pages/desk/index?desk=${deskOf(post)}`)}
        />
      ))}
    </View>
  )
}

const lawPages = { adviser: ['week', 'hours'], justice: ['coverage'] } as const

/** The pages of the law's two posts. */
const LawPages = ({ person }: { person: Person }) => {
  const held = new Set(lawPostsOf(person).map(post => post.role))
  const names = (['adviser', 'justice'] as const).flatMap(role => (held.has(role) ? lawPages[role] : []))
  if (names.length === 0) return null
  return (
    <View className="card list">
      {names.map((name, index) => (
        <Cell
          key={name}
          first={index === 0}
          icon="clock"
          title={words[name]}
          onTap={go(`/consultations/pages/${name}/index`)}
        />
      ))}
    </View>
  )
}

const Mine = ({ person }: { person: Person }) => (
  <View className="card list">
    <Cell first icon="note" title={words.reports} onTap={go('/reports/pages/mine/index')} />
    <Cell icon="balance" title={words.questions} hint={words.questionsHint} onTap={go('/questions/pages/mine/index')} />
    <Cell icon="clock" title={words.bookings} hint={words.bookingsHint} onTap={go('/consultations/pages/mine/index')} />
    <Cell
      icon="pin"
      title={words.place}
      hint={person.home?.label ?? words.noPlace}
      onTap={go('/people/pages/place/index')}
    />
    <Cell icon="eye" title={words.looks} onTap={go('/people/pages/looks/index')} />
  </View>
)

const Settings = () => {
  const { elder } = useAppearance()
  return (
    <View className="card list">
      <Cell
        first
        icon="letters"
        title={words.elder}
        hint={words.elderHint}
        end={elder ? words.on : words.off}
        onTap={() => setElder(!elder)}
      />
      <Cell icon="moon" title={words.dark} hint={words.darkHint} />
      <Cell icon="note" title={words.answers} hint={words.answersHint} onTap={go('/questions/pages/answers/index')} />
      <Cell icon="note" title={words.guide} onTap={go('/people/pages/guide/index')} />
      <Cell icon="shield" title={words.privacy} onTap={go('/people/pages/privacy/index')} />
    </View>
  )
}

const Phones = () => (
  <View className="card list">
    {words.phones.map(([number, name], index) => (
      <Cell
        key={number}
        first={index === 0}
        icon="phone"
        title={number}
        hint={name}
        onTap={() => platform.telephone(number)}
      />
    ))}
  </View>
)

export default function MinePage() {
  const me = useMe()
  return (
    <Page>
      {!me.data && (me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton cards={2} />)}
      {me.data && <Who person={me.data} onChanged={me.refetch} />}
      {me.data && <Posts person={me.data} />}
      {me.data && <LawPages person={me.data} />}
      {me.data && <Mine person={me.data} />}
      <Settings />
      <View className="heading">{words.help}</View>
      <Phones />
      {me.data && <Leave />}
    </Page>
  )
}
