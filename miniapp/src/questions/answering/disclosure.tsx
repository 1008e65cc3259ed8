import type { DisclosureCard } from '@huiyin/shared/questions/adviser-desk.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { ageBandNames } from '@huiyin/shared/questions/asking-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { circleNames } from '@huiyin/shared/questions/question-states.ts'
import { View } from '@tarojs/components'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { platform } from '@/core/device/platform.ts'
import { goOnTo } from '@/core/go-to.ts'
import { queries, useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { backToQueue } from './back-to-queue.ts'
import { Facts } from './facts.tsx'
import { topicOf } from './queue-item.tsx'

const words = staffWords.card

/** What the server says when somebody was quicker, or when nobody need answer any more. */
const quicker = ['already-claimed', 'wrong-state', 'not-found']

const otherSideOf = ({ otherSide, againstCommittee }: DisclosureCard) =>
  [againstCommittee && words.otherCommittee, otherSide].filter(Boolean).join('，') || words.noOtherSide

/** What he may know before he may read: enough to tell whether he is on the other side. */
const Known = ({ card }: { card: DisclosureCard }) => {
  const now = useNow()
  const { facts } = words
  return (
    <Facts
      facts={[
        { name: facts.otherSide, value: otherSideOf(card) },
        { name: facts.topic, value: topicOf(card) },
        { name: facts.village, value: card.village },
        { name: facts.ageBand, value: ageBandNames[card.ageBand] },
        { name: facts.circle, value: circleNames[card.circle] },
        ...(card.keptUntil && Date.parse(card.keptUntil) > now
          ? [{ name: facts.keptUntil, value: dayAndTime(card.keptUntil, now) }]
          : []),
        { name: facts.number, value: card.number },
      ]}
    />
  )
}

const Conflicts = () => (
  <View className="card stack">
    <View className="strong">{words.conflict}</View>
    {words.conflicts.map(conflict => (
      <View key={conflict}>· {conflict}</View>
    ))}
    <View className="small soft">{words.source}</View>
  </View>
)

type Props = { card: DisclosureCard; held: boolean; onGone: () => void }

const Decide = ({ card: { id }, onGone }: Props) => {
  const refresh = useRefresh()
  const claim = async () => {
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['task', 'overdue'])
    try {
      await call(adviserRoutes.claimQuestion, { id, eventId: await platform.newId(), noConflict: true })
    } catch (failed) {
      if (!quicker.includes(problemOf(failed).code)) throw failed
      return onGone()
    }
    // What an earlier lease left here has a number that no longer counts.
    queries.removeQueries({ queryKey: [questionRoutes.getQuestion.path, { id }] })
    refresh(adviserRoutes.listQueue, adviserRoutes.listHeld)
    await asked
    await goOnTo(questionPages.handle, { id })
  }
  const recuse = async () => {
    await call(adviserRoutes.passQuestion, { id, eventId: await platform.newId() })
    refresh(adviserRoutes.listQueue)
    await backToQueue()
    say(words.recused)
  }
  return (
    <View className="dock">
      <Button words={words.claim} icon="check" kind="main" onTap={claim} />
      <Button words={words.recuse} icon="pass" onTap={recuse} />
    </View>
  )
}

const GoOn = ({ id }: { id: string }) => (
  <View className="dock">
    <View className="dock-ask strong">{words.held}</View>
    <Button words={words.goOn} icon="pencil" kind="main" onTap={() => goOnTo(questionPages.handle, { id })} />
  </View>
)

/** The conflict gate before the story: two buttons, and what is needed to choose between them. */
export const Disclosure = (props: Props) => {
  const { card, held } = props
  return (
    <>
      {card.danger && <Notice tone="late">{words.danger}</Notice>}
      <View className="heading">{words.title}</View>
      <Known card={card} />
      <Conflicts />
      <View className="card stack">
        <Deadline what={staffWords.due} dueAt={card.answerBy} late={card.late} />
        {card.hasDraft && <View>{words.hasDraft}</View>}
      </View>
      {held ? <GoOn id={card.id} /> : <Decide {...props} />}
    </>
  )
}
