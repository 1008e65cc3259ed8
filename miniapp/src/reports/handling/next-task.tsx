import type { Person } from '@huiyin/shared/people/person.ts'
import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import type { NextTask as Asked, ReportCard, Visit } from '@huiyin/shared/reports/report-card.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Deadline } from '@/core/components/deadline.tsx'
import { NextCard } from '@/core/components/next-card.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import type { Next } from '@/core/manifest.ts'
import { desksOf } from '@/core/me.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { cardWords } from '../card-words.ts'
import { dueOf } from '../labels.ts'
import { staffCardWords, staffStates } from '../staff-card-words.ts'
import { useAtOnce } from './at-once.ts'

const words = staffCardWords.next

const openTask = (id: string) => goTo(reportPages.handle, { id })

/** 受理 from here. `taken`: that somebody else was quicker, and who. */
const useAccept = () => {
  const [taken, setTaken] = useState<string>()
  const atOnce = useAtOnce()
  const refresh = useRefresh()
  const sayWho = async (id: string, failed: unknown) => {
    if (problemOf(failed).code !== 'wrong-state') throw failed
    const { number, owner } = await call(filingRoutes.getReport, { id })
    setTaken(words.taken(number, `${owner.title} ${owner.name}`))
  }
  const accept = async (id: string) => {
    setTaken(undefined)
    try {
      await atOnce(filingRoutes.acceptReport, id)
      say(staffStates.accepted ?? '')
    } catch (failed) {
      await sayWho(id, failed)
    } finally {
      refresh(filingRoutes.getNextTask, filingRoutes.listDesk, filingRoutes.countDesk)
    }
  }
  return { taken, accept }
}

type ToDoProps = { task: NonNullable<Asked['task']>; lead: ReactNode; onAccept: () => unknown }

const ToDo = ({ task: { card, can }, lead, onAccept }: ToDoProps) => {
  const open = () => openTask(card.id)
  const tags = (
    <View className="row wrap card-tags">
      {card.urgency === 'urgent' && <Tag icon="alert" words={cardWords.urgent} tone="late" />}
      {card.supervised && <Tag icon="bell" words={staffCardWords.supervised} tone="late" />}
    </View>
  )
  return (
    <NextCard lead={lead} title={reportKinds[card.kind].name} tags={tags} where={card.place}>
      {card.words && <View>{card.words}</View>}
      {card.dueAt && <Deadline what={dueOf(card.state, true)} dueAt={card.dueAt} late={card.late} />}
      {can.includes('accept') ? (
        <>
          <Button words={staffCardWords.accept} icon="check" kind="main" onTap={onAccept} />
          <Button words={words.look} kind="quiet" onTap={open} />
        </>
      ) : (
        <Button words={words.open} icon="tool" kind="main" onTap={open} />
      )}
      <View className="small soft">{cardWords.number(card.number)}</View>
    </NextCard>
  )
}

const ToVisit = ({ visit, lead }: { visit: Visit; lead: ReactNode }) => (
  <NextCard lead={lead} title={words.visit(reportKinds[visit.kind].name)} where={visit.place}>
    <Deadline what={words.visitDue} dueAt={visit.dueAt} late={visit.late} />
    <Button words={words.toVisit} icon="phone" kind="main" onTap={() => openTask(visit.reportId)} />
    <View className="small soft">{cardWords.number(visit.number)}</View>
  </NextCard>
)

const Quiet = ({ waits, lead }: { waits: ReportCard | null; lead: ReactNode }) => (
  <View className="card stack">
    {lead}
    <View>
      <View className="heading">{words.none}</View>
      <View className="hint">{words.noneHint}</View>
    </View>
    {waits?.dueAt && (
      <Tap className="stack" onTap={() => openTask(waits.id)}>
        <View className="small soft">{words.waits}</View>
        <View>{`${reportKinds[waits.kind].name}，${waits.place}`}</View>
        <Deadline what={dueOf(waits.state, true)} dueAt={waits.dueAt} late={waits.late} short />
      </Tap>
    )}
  </View>
)

/** One of both: a visit that is due before the matter, or without one. */
const firstOf = ({ task, visit }: Asked): Partial<Pick<Asked, 'task' | 'visit'>> => {
  const dueAt = task?.card.dueAt
  return visit && !(dueAt && dueAt <= visit.dueAt) ? { visit } : { task }
}

const NextTask = ({ asked }: { asked: Asked }) => {
  const { waits, doneToday } = asked
  const { task, visit } = firstOf(asked)
  const { taken, accept } = useAccept()
  const lead = (
    <>
      {taken && <Notice icon="person">{taken}</Notice>}
      <View className="row wrap apart">
        {(task || visit) && <Text className="small soft">{words.title}</Text>}
        {doneToday > 0 && <Tag icon="good" words={words.doneToday(doneToday)} tone="going" />}
      </View>
    </>
  )
  if (visit) return <ToVisit visit={visit} lead={lead} />
  if (!task) return <Quiet waits={waits} lead={lead} />
  return <ToDo task={task} lead={lead} onAccept={() => accept(task.card.id)} />
}

/** Of everything that waits on her desks what is due first. */
export const useNextTask = (person: Person): Next | undefined => {
  const mine = desksOf(person).length > 0
  const { data } = useCall(filingRoutes.getNextTask, {}, { every: 10_000, enabled: mine })
  if (!mine) return undefined
  if (!data) return { card: <Skeleton cards={1} /> }
  const { task, visit } = firstOf(data)
  const dueAt = visit?.dueAt ?? task?.card.dueAt
  return { at: dueAt ? Date.parse(dueAt) : undefined, card: <NextTask asked={data} /> }
}
