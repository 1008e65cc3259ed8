import type { Route } from '@huiyin/shared/core/route.ts'
import type { Report, UnseenReason } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import type { IconName } from '@/core/components/icon.tsx'
import { useMe } from '@/core/me.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { RecordVisit } from '../visiting/record-visit.tsx'
import { type ActForm, ActSheet } from './act-sheet.tsx'
import { AddNote } from './add-note.tsx'
import { useAtOnce } from './at-once.ts'
import { Assign, Dispatch } from './hand-over.tsx'
import { NoPhoto } from './no-photo.tsx'
import { Supervise } from './supervise.tsx'

const acts = staffWords.acts
type Verb = 'accept' | 'start' | 'resolve' | 'finish' | 'visit' | 'dispatch' | 'assign' | 'supervise' | 'return'

/** What brings a matter forward, in the order of the work: the first that is possible is the main button. */
const forward: readonly Verb[] = ['accept', 'start', 'finish', 'resolve', 'visit']
/** What is pressed upon nobody but who answers for it or has it in hand; anybody else of the line finds it among the others. */
const ownWork: readonly Verb[] = ['start', 'resolve']

const order: { verb: Verb; icon: IconName }[] = [
  { verb: 'accept', icon: 'check' },
  { verb: 'start', icon: 'tool' },
  { verb: 'finish', icon: 'check' },
  { verb: 'resolve', icon: 'check' },
  { verb: 'visit', icon: 'phone' },
  { verb: 'dispatch', icon: 'van' },
  { verb: 'assign', icon: 'pass' },
  { verb: 'supervise', icon: 'bell' },
  { verb: 'return', icon: 'undo' },
]

type Props = { report: Report; onDone: () => unknown }

const WithWords = ({
  report,
  verb,
  onDone,
  onClose,
}: Props & { verb: 'return' | 'finish' | 'resolve'; onClose: () => void }) => {
  const words = acts[verb]
  const [unseen, setUnseen] = useState<UnseenReason>()
  const send = async (eventId: string, { words: text, photoIds }: ActForm) => {
    const base = { id: report.id, eventId, words: text }
    if (verb === 'return') await call(reportRoutes.returnReport, base)
    if (verb === 'finish') await call(reportRoutes.finishReport, { ...base, photoIds })
    if (verb === 'resolve')
      await call(reportRoutes.resolveReport, { ...base, photoIds, ...(photoIds.length === 0 && { unseen }) })
    say(words.done)
    await onDone()
  }
  return (
    <ActSheet
      passed={!report.can.includes(verb)}
      draftKind={`${verb}.${report.id}`}
      title={words.title}
      hint={words.hint}
      phrases={words.phrases}
      text="must"
      photos={verb === 'return' ? undefined : verb === 'resolve' ? 'must' : 'may'}
      excused={unseen !== undefined}
      below={verb === 'resolve' && <NoPhoto reason={unseen} onChange={setUnseen} />}
      onSend={send}
      onClose={onClose}
    />
  )
}

const atOnce: Partial<Record<Verb, Route>> = { accept: reportRoutes.acceptReport, start: reportRoutes.startReport }

/** After the second return an assignment is a ruling, and is called so. */
const verbWords = (verb: Verb, { ruling }: Report) => (verb === 'assign' && ruling ? acts.ruling.verb : acts[verb].verb)

/** What a verb asks for before it can be done. */
const Opened = ({ verb, ...rest }: Props & { verb: Verb; onClose: () => void }) => {
  if (verb === 'dispatch') return <Dispatch {...rest} />
  if (verb === 'supervise') return <Supervise {...rest} />
  if (verb === 'visit') return <RecordVisit reportId={rest.report.id} onDone={rest.onDone} onClose={rest.onClose} />
  if (verb === 'assign') return <Assign {...rest} />
  if (verb === 'return' || verb === 'finish' || verb === 'resolve') return <WithWords verb={verb} {...rest} />
  return null
}

/** What this person may do to this report now: the very list that the policy table gave. */
export const StaffActs = ({ report, onDone }: Props) => {
  const [open, setOpen] = useState<Verb>()
  const sendAtOnce = useAtOnce()
  const possible = order.filter(({ verb }) => report.can.includes(verb))
  const me = useMe().data?.id
  const mine = me === report.owner.id || me === report.hand?.id
  const main = possible.find(({ verb }) => forward.includes(verb) && (mine || !ownWork.includes(verb)))
  const others = possible.filter(act => act !== main)

  const tapped = (verb: Verb) => {
    const route = atOnce[verb]
    return route ? moveNow(route, verb as 'accept' | 'start') : setOpen(verb)
  }
  const moveNow = async (route: Route, verb: 'accept' | 'start') => {
    await sendAtOnce(route, report.id)
    say(acts[verb].done)
    await onDone()
  }

  return (
    <>
      <View className="acts">
        {others.map(({ verb, icon }) => (
          <Button key={verb} words={verbWords(verb, report)} icon={icon} onTap={() => tapped(verb)} />
        ))}
        <AddNote report={report} staff onDone={onDone} />
      </View>
      {main && (
        <View className="dock">
          <Button words={acts[main.verb].verb} icon={main.icon} kind="main" onTap={() => tapped(main.verb)} />
        </View>
      )}
      {open && <Opened verb={open} report={report} onDone={onDone} onClose={() => setOpen(undefined)} />}
    </>
  )
}
