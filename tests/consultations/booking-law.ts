/** Who may do what to a booking of a resident of t001v1 with `adviser`, written by hand from what the town was promised. */
export const bookingCast = [
  ...['nobody', 'asker', 'stranger', 'worker', 'lead', 'officer', 'supervisor', 'partner', 'chief', 'admin'],
  ...['adviser', 'adviser-mate', 'adviser-neutral', 'adviser-next-town', 'justice', 'justice-next-town'],
] as const
export type BookingWho = (typeof bookingCast)[number]

/** Where a booking can stand. `begun`: twenty minutes ago; else it is in three days. */
export type BookingSituation = {
  name: string
  state: 'held' | 'booked' | 'here' | 'met' | 'confirmed' | 'missed' | 'cancelled' | 'expired'
  begun?: true
  declared?: true
}
export const bookingSituations: BookingSituation[] = [
  { name: 'kept', state: 'held' },
  { name: 'booked', state: 'booked' },
  { name: 'booked, behind the gate', state: 'booked', declared: true },
  { name: 'should have begun', state: 'booked', begun: true },
  { name: 'should have begun, behind the gate', state: 'booked', begun: true, declared: true },
  { name: 'she is there', state: 'here', begun: true },
  { name: 'she is there, behind the gate', state: 'here', begun: true, declared: true },
  { name: 'written down', state: 'met', begun: true, declared: true },
  { name: 'confirmed', state: 'confirmed', begun: true, declared: true },
  { name: 'nobody came', state: 'missed', begun: true },
  { name: 'cancelled', state: 'cancelled' },
  { name: 'ran out', state: 'expired' },
]

type Verdict = (who: BookingWho, now: BookingSituation) => number
type Part = (now: BookingSituation) => number

const parties = { asker: ['asker'], adviser: ['adviser'] }
/** For one of the two; the other is refused, and for everybody else the booking does not exist. */
const by =
  (party: keyof typeof parties, verdict: Part): Verdict =>
  (who, now) => {
    if (parties[party].includes(who)) return verdict(now)
    return who === 'asker' || who === 'adviser' ? 403 : 404
  }
const only =
  (states: BookingSituation['state'][], then: Part = () => 200): Part =>
  now =>
    states.includes(now.state) ? then(now) : 409

const withPapers = only(['booked', 'here', 'met', 'confirmed'])

export const bookingLaw: Record<string, Verdict> = {
  getBooking: who => (who === 'asker' || who === 'adviser' ? 200 : 404),
  extendHold: by('asker', only(['held'])),
  // The time that ran out is offered by nobody any more.
  confirmBooking: by('asker', only(['held'])),
  // To a time that nobody offers.
  moveBooking: by('asker', now => (now.state === 'booked' && now.begun ? 422 : 409)),
  cancelBooking: by(
    'asker',
    only(['held', 'booked'], now => (now.begun ? 422 : 200)),
  ),
  arriveAtBooking: by(
    'asker',
    only(['booked'], now => (now.begun ? 200 : 422)),
  ),
  // The meeting is not over yet; of one that is written down she can say so at once.
  tellTookPlace: by(
    'asker',
    only(['booked', 'here', 'met'], now => (now.state === 'met' ? 200 : 422)),
  ),
  declareBooking: by(
    'adviser',
    only(['booked', 'here'], now => (now.declared ? 409 : 200)),
  ),
  // At a time that nobody offers.
  proposeNext: by('adviser', now => (now.declared ? 409 : 403)),
  // This one is met at the place.
  getVideoCall: by('adviser', now => (now.declared ? 409 : 403)),
  attachFiles: (who, now) => {
    if (who === 'asker') return withPapers(now)
    if (who === 'adviser') return now.declared ? withPapers(now) : 403
    return 404
  },
  passBooking: by('adviser', only(['booked', 'here'])),
  recordBooking: by('adviser', now =>
    now.declared ? only(['booked', 'here', 'met', 'confirmed'], it => (it.begun ? 200 : 422))(now) : 403,
  ),
  missBooking: by(
    'adviser',
    only(['booked', 'here'], now => (now.begun ? 200 : 422)),
  ),
}
