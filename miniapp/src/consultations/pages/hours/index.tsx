import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { dayAfter } from '@huiyin/shared/core/days.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CalendarCard } from '@/consultations/offering/calendar-card.tsx'
import { ContactCard } from '@/consultations/offering/contact-card.tsx'
import { LeaveList } from '@/consultations/offering/leave-list.tsx'
import { LeaveSheet } from '@/consultations/offering/leave-sheet.tsx'
import { RuleCard } from '@/consultations/offering/rule-card.tsx'
import { RuleEditor } from '@/consultations/offering/rule-editor.tsx'
import { extraOf, hoursOf, newRule, type RuleForm, single, weekly } from '@/consultations/offering/rule-form.ts'
import { OfficePage } from '@/consultations/office/office-page.tsx'
import { officeWords } from '@/consultations/office-words.ts'
import { today } from '@/consultations/when.ts'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'

const words = officeWords.hours

/** Each once. */
const villagesOf = (places: OfficePlace[]) => [
  ...new Map(places.map(it => [it.communityId, { id: it.communityId, name: it.village }])).values(),
]

const Hours = () => {
  const { data, error, refetch } = useCall(officeRoutes.listOfficeHours, {})
  const [editing, setEditing] = useState<RuleForm>()
  const [leaving, setLeaving] = useState(false)
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  const [first] = data.places
  if (!first)
    return (
      <Empty
        drawing="door"
        title={words.noPlace}
        hint={words.noPlaceHint}
        action={{ words: officeWords.refresh, onTap: refetch }}
      />
    )
  const edit = (rule: RuleForm) => {
    setEditing(rule)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  const add = async () => edit(newRule(await platform.newId(), first, null))
  const addDay = async () => edit(newRule(await platform.newId(), first, dayAfter(today(platform.now()), 1)))
  const save = async (rule: RuleForm) => {
    if (rule.day) await call(officeRoutes.setExtraHours, extraOf(rule, rule.day))
    else await call(officeRoutes.setOfficeHours, hoursOf(rule))
    await refetch()
    setEditing(undefined)
    say(words.saved)
  }
  if (editing)
    return (
      <RuleEditor
        rule={editing}
        places={data.places}
        modes={data.modes}
        onSave={save}
        onClose={() => setEditing(undefined)}
      />
    )
  return (
    <>
      <View className="heading">{words.title}</View>
      {data.hours.length === 0 ? (
        <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={{ words: words.add, onTap: add }} />
      ) : (
        <View className="hint">{words.hint}</View>
      )}
      {data.hours.map(weekly).map(rule => (
        <RuleCard key={rule.id} rule={rule} onChange={() => edit(rule)} onChanged={refetch} />
      ))}
      <View className="heading">{words.singles}</View>
      {data.extras.map(single).map(rule => (
        <RuleCard key={rule.id} rule={rule} onChange={() => edit(rule)} onChanged={refetch} />
      ))}
      <Button words={words.single} icon="plus" kind="quiet" onTap={addDay} />
      <View className="heading">{officeWords.leave.list}</View>
      <LeaveList leaves={data.leaves} onChanged={refetch} />
      <ContactCard contact={data.contact} onSaved={refetch} />
      <CalendarCard own villages={villagesOf(data.places)} />
      <View className="dock">
        <Button words={officeWords.leave.title} icon="leave" onTap={() => setLeaving(true)} />
        <Button words={words.add} icon="plus" kind="main" onTap={add} />
      </View>
      {leaving && <LeaveSheet onDone={refetch} onClose={() => setLeaving(false)} />}
    </>
  )
}

/** When and where he can be met, in sentences; and when he is away. */
export default function HoursPage() {
  return <OfficePage post="adviser">{() => <Hours />}</OfficePage>
}
