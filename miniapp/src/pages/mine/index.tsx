import type { Person } from '@huiyin/shared/people/person.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { setElder, useAppearance } from '@/core/device/appearance.ts'
import { platform } from '@/core/device/platform.ts'
import { goTo } from '@/core/go-to.ts'
import type { Entry } from '@/core/manifest.ts'
import { useMe } from '@/core/me.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { BindPhone } from '@/people/components/bind-phone.tsx'
import { rooms } from '@/rooms.ts'
import { Leave } from '../components/leave.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.mine

type LineOf = { entry: Entry; first?: boolean; person?: Person }

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

const Line = ({ entry: { icon, title, hint, page }, first, person }: LineOf) => (
  <Cell
    first={first}
    icon={icon}
    title={title}
    hint={typeof hint === 'function' ? person && hint(person) : hint}
    onTap={() => goTo(page)}
  />
)

const Own = ({ person }: { person: Person }) => (
  <View className="card list">
    {rooms
      .flatMap(({ mine }) => mine?.own ?? [])
      .map((entry, index) => (
        <Line key={entry.title} entry={entry} first={index === 0} person={person} />
      ))}
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
      {rooms.flatMap(({ mine }) => (mine?.help ?? []).map(entry => <Line key={entry.title} entry={entry} />))}
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

export default asPage(function MinePage() {
  const me = useMe()
  return (
    <Page>
      {!me.data && (me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton cards={2} />)}
      {me.data && <Who person={me.data} onChanged={me.refetch} />}
      {rooms.map(({ rank, mine }) => me.data && mine?.posts && <mine.posts key={rank} person={me.data} />)}
      {me.data && <Own person={me.data} />}
      <Settings />
      <View className="heading">{words.help}</View>
      <Phones />
      {me.data && <Leave />}
    </Page>
  )
})
