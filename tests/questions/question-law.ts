/**
 * Who may do what to a question, written by hand from what the town was promised. The village is t001v1; `adviser` and
 * `adviser-mate` are of one firm, `adviser-neutral` of another.
 */
export const questionCast = [
  'nobody',
  'asker',
  'stranger',
  'worker',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'chief',
  'admin',
  'adviser',
  'adviser-mate',
  'adviser-neutral',
  'adviser-next-town',
  'justice',
  'justice-next-town',
] as const
export type QuestionWho = (typeof questionCast)[number]

/** Where a question can stand. `holder`: whose lease runs; `over`: it has run out. `adviser` has held it where `held`. */
export type QuestionSituation = {
  name: string
  state: 'waiting' | 'claimed' | 'asked' | 'answered' | 'closed' | 'withdrawn'
  circle: 'own' | 'pool' | 'township' | 'duty'
  holder?: QuestionWho
  over?: true
  held?: true
  against?: true
  conflict?: true
}
export const questionSituations: QuestionSituation[] = [
  { name: 'waits for the village', state: 'waiting', circle: 'own' },
  { name: 'waits, against the committee', state: 'waiting', circle: 'pool', against: true },
  { name: 'waits, the firm has a conflict', state: 'waiting', circle: 'pool', conflict: true },
  { name: 'waits for the neighbours', state: 'waiting', circle: 'pool' },
  { name: 'waits for the township', state: 'waiting', circle: 'township' },
  { name: 'in danger', state: 'waiting', circle: 'duty' },
  { name: 'held', state: 'claimed', circle: 'own', holder: 'adviser', held: true },
  { name: 'held by a neighbour', state: 'claimed', circle: 'pool', holder: 'adviser-neutral' },
  { name: 'held too long', state: 'claimed', circle: 'own', holder: 'adviser', over: true, held: true },
  { name: 'asked back', state: 'asked', circle: 'own', held: true },
  { name: 'answered', state: 'answered', circle: 'own', held: true },
  { name: 'closed', state: 'closed', circle: 'own', held: true },
  { name: 'withdrawn', state: 'withdrawn', circle: 'own' },
]

const takers = ({ circle, against, conflict }: QuestionSituation): QuestionWho[] => {
  if (circle === 'duty') return ['justice']
  if (circle === 'own') return ['adviser']
  const pool: QuestionWho[] = against || conflict ? ['adviser-neutral'] : ['adviser', 'adviser-mate', 'adviser-neutral']
  return circle === 'township' ? [...pool, 'justice'] : pool
}

const owed = ({ state }: QuestionSituation) => state === 'waiting' || state === 'claimed'
const mayTake = (who: QuestionWho, now: QuestionSituation) => owed(now) && takers(now).includes(who)
const holds = (who: QuestionWho, now: QuestionSituation) => now.holder === who && !now.over
const sees = (who: QuestionWho, now: QuestionSituation) => who === 'asker' || holds(who, now)
/** 404 to whom the question must not exist, 403 to the others. */
const shut = (who: QuestionWho, now: QuestionSituation) => (sees(who, now) ? 403 : 404)

type Verdict = (who: QuestionWho, now: QuestionSituation) => number

const taking =
  (whenHeld: Verdict): Verdict =>
  (who, now) => {
    if (!mayTake(who, now)) return shut(who, now)
    return now.state === 'waiting' ? 200 : whenHeld(who, now)
  }
/** With the number of the lease that was given first. */
const holding: Verdict = (who, now) => {
  if (holds(who, now)) return 200
  return who === 'adviser' && now.held ? 409 : 404
}
const asking =
  (...states: QuestionSituation['state'][]): Verdict =>
  (who, now) =>
    who === 'asker' ? (states.includes(now.state) ? 200 : 409) : shut(who, now)

export const questionLaw: Record<string, Verdict> = {
  getQuestion: (who, now) => (sees(who, now) ? 200 : 404),
  getGateCard: (who, now) => {
    if (holds(who, now)) return 200
    if (!mayTake(who, now)) return 404
    return now.holder && !now.over ? 409 : 200
  },
  claimQuestion: taking((_, now) => (now.over ? 200 : 409)),
  passQuestion: taking(() => 409),
  saveDraft: holding,
  releaseQuestion: holding,
  noteQuestion: holding,
  askBack: holding,
  answerQuestion: holding,
  replyQuestion: asking('asked'),
  followUp: asking('answered'),
  withdrawQuestion: asking('waiting', 'claimed', 'asked'),
  callDanger: asking('waiting', 'claimed', 'asked', 'answered'),
  rateQuestion: asking('answered', 'closed'),
  agreeSuggestion: asking('answered'),
  // Nothing was offered.
  decidePublication: asking(),
  assignQuestion: (who, now) => (who === 'justice' ? (owed(now) ? 200 : 409) : shut(who, now)),
  readQuestion: (who, now) => (who === 'justice' ? 200 : shut(who, now)),
}
