import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Answer } from '@huiyin/shared/core/route.ts'
import { View } from '@tarojs/components'
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
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { toTop } from '@/core/to-top.ts'
import { say } from '@/core/toast.ts'

const words = officeWords.hours

/** Each once. */
const villagesOf = (places: OfficePlace[]) => [
  ...new Map(places.map(it => [it.communityId, { id: it.communityId, name: it.village }])).values(),
]

type Office = Answer<typeof officeRoutes.listOfficeHours>
type Lists = { office: Office; onEdit: (rule: RuleForm) => void; onAdd: () => unknown; onAddDay: () => unknown }
type Changed = { onChanged: () => unknown }

/** The hours of every week, and below them the single days. */
const Rules = ({ office, onEdit, onAdd, onAddDay, onChanged }: Lists & Changed) => {
  const list = (rules: RuleForm[]) =>
    rules.map(rule => <RuleCard key={rule.id} rule={rule} onChange={() => onEdit(rule)} onChanged={onChanged} />)
  return (
    <>
      <View className="heading">{words.title}</View>
      {office.hours.length === 0 ? (
        <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={{ words: words.add, onTap: onAdd }} />
      ) : (
        <View className="hint">{words.hint}</View>
      )}
      {list(office.hours.map(weekly))}
      <View className="heading">{words.singles}</View>
      {list(office.extras.map(single))}
      <Button words={words.single} icon="plus" kind="quiet" onTap={onAddDay} />
    </>
  )
}

/** All that he offers, and when he is away. */
const Offered = (props: Lists & Changed) => {
  const { office, onAdd, onChanged } = props
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <Rules {...props} />
      <View className="heading">{officeWords.leave.list}</View>
      <LeaveList leaves={office.leaves} onChanged={onChanged} />
      <ContactCard contact={office.contact} onSaved={onChanged} />
      <CalendarCard own villages={villagesOf(office.places)} />
      <View className="dock">
        <Button words={officeWords.leave.title} icon="leave" onTap={() => setLeaving(true)} />
        <Button words={words.add} icon="plus" kind="main" onTap={onAdd} />
      </View>
      {leaving && <LeaveSheet onDone={onChanged} onClose={() => setLeaving(false)} />}
    </>
  )
}

const Offering = ({ office, first, onChanged }: { office: Office; first: OfficePlace } & Changed) => {
  const [editing, setEditing] = useState<RuleForm>()
  const edit = (rule: RuleForm) => {
    setEditing(rule)
    toTop()
  }
  const add = async () => edit(newRule(await platform.newId(), first, null))
  const addDay = async () => edit(newRule(await platform.newId(), first, dayAfter(today(platform.now()), 1)))
  const save = async (rule: RuleForm) => {
    if (rule.day) await call(officeRoutes.setExtraHours, extraOf(rule, rule.day))
    else await call(officeRoutes.setOfficeHours, hoursOf(rule))
    await onChanged()
    setEditing(undefined)
    say(words.saved)
  }
  const close = () => setEditing(undefined)
  const { places, modes } = office
  if (editing) return <RuleEditor rule={editing} places={places} modes={modes} onSave={save} onClose={close} />
  return <Offered office={office} onEdit={edit} onAdd={add} onAddDay={addDay} onChanged={onChanged} />
}

const Hours = () => {
  const { data, error, refetch } = useCall(officeRoutes.listOfficeHours, {})
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  const [first] = data.places
  if (first) return <Offering office={data} first={first} onChanged={refetch} />
  const action = { words: officeWords.refresh, onTap: refetch }
  return <Empty drawing="door" title={words.noPlace} hint={words.noPlaceHint} action={action} />
}

/** When and where he can be met, in sentences; and when he is away. */
export default asPage(function HoursPage() {
  return <OfficePage post="adviser">{() => <Hours />}</OfficePage>
})
