import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useUnread } from '@/core/badge.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { useDrawn } from '@/core/drawn.ts'
import { goTo, useParams } from '@/core/go-to.ts'
import { isStaff, useMe } from '@/core/me.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall } from '@/core/query.tsx'
import { keepVillage } from '@/core/sending/wire.ts'
import { coreWords } from '@/core/words.ts'
import { rooms } from '@/rooms.ts'
import { Acts } from '../components/acts.tsx'
import { LeftOver } from '../components/left-over.tsx'
import { NextTasks } from '../components/next-tasks.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.home

const Echo = () => (
  <View className="echo">
    {['r1', 'r2', 'r3', 'r4'].map(ring => (
      <View key={ring} className={`ring ${ring}`} />
    ))}
  </View>
)

/** To a resident: the promise, and where she lives. */
const Hello = ({ person }: { person: Person | undefined }) => (
  <View className="hello">
    <View className="promise">{coreWords.promise}</View>
    {person && (
      <Tap className="row touch" label={person.home?.label ?? words.noPlace} onTap={() => goTo(personPages.place)}>
        <Icon name="pin" />
        <Text>{person.home?.label ?? words.noPlace}</Text>
      </Tap>
    )}
  </View>
)

/** What is read of the server begins once the buttons stand: a tap on them needs nothing of it. */
const FromServer = ({ setPerson }: { setPerson: (person: Person | undefined) => void }) => {
  const { data: person } = useMe()
  const { data: alerts } = useCall(alertRoutes.countUnread, {}, { every: 10_000 })
  const staff = isStaff(person)
  const signedIn = person !== undefined
  useUnread(alerts?.unread ?? 0)
  useEffect(() => setPerson(person), [setPerson, person])
  useEffect(() => void (signedIn && readPermits()), [signedIn])
  return (
    <>
      <LeftOver />
      {staff && person && <NextTasks person={person} />}
      {rooms.map(({ rank, home }) => person && home?.duties && <home.duties key={rank} person={person} />)}
      {rooms.map(({ rank, home }) => home?.mine && <home.mine key={rank} staff={person && staff} />)}
    </>
  )
}

export default asPage(function Home() {
  const drawn = useDrawn()
  const [person, setPerson] = useState<Person>()
  const staff = isStaff(person)
  const { village } = useParams(tabPages.home)
  useEffect(() => void (village && keepVillage(village)), [village])
  return (
    <Page bare={staff} lead={<View className="brand grow">{coreWords.brand}</View>}>
      <Echo />
      {!staff && <Hello person={person} />}
      {drawn && <FromServer setPerson={setPerson} />}
      <Acts docked={!staff} />
    </Page>
  )
})
