import type { OfficeHours } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../core/components/button.tsx'
import { Empty } from '../../../core/components/empty.tsx'
import { ErrorView } from '../../../core/components/error-view.tsx'
import { Skeleton } from '../../../core/components/skeleton.tsx'
import { platform } from '../../../core/platform.ts'
import { useCall } from '../../../core/query.tsx'
import { say } from '../../../core/toast.ts'
import { call } from '../../../core/wire.ts'
import { CalendarCard } from '../../components/calendar-card.tsx'
import { ContactCard } from '../../components/contact-card.tsx'
import { LeaveList } from '../../components/leave-list.tsx'
import { LeaveSheet } from '../../components/leave-sheet.tsx'
import { OfficePage } from '../../components/office-page.tsx'
import { RuleCard } from '../../components/rule-card.tsx'
import { RuleEditor } from '../../components/rule-editor.tsx'
import { officeWords } from '../../office-words.ts'
import { newRule, ruleOf } from '../../rule-form.ts'

const words = officeWords.hours

const Hours = () => {
  const { data, error, refetch } = useCall(officeRoutes.listOfficeHours, {})
  const [editing, setEditing] = useState<OfficeHours>()
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
  const edit = (rule: OfficeHours) => {
    setEditing(rule)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  const add = async () => edit(newRule(await platform.newId(), first))
  const save = async (rule: OfficeHours) => {
    await call(officeRoutes.setOfficeHours, ruleOf(rule))
    await refetch()
    setEditing(undefined)
    say(words.saved)
  }
  if (editing)
    return <RuleEditor rule={editing} places={data.places} onSave={save} onClose={() => setEditing(undefined)} />
  return (
    <>
      <View className="heading">{words.title}</View>
      {data.hours.length === 0 ? (
        <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={{ words: words.add, onTap: add }} />
      ) : (
        <View className="hint">{words.hint}</View>
      )}
      {data.hours.map(rule => (
        <RuleCard key={rule.id} rule={rule} onChange={() => edit(rule)} onChanged={refetch} />
      ))}
      <View className="heading">{officeWords.leave.list}</View>
      <LeaveList leaves={data.leaves} onChanged={refetch} />
      <ContactCard contact={data.contact} />
      <CalendarCard />
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
