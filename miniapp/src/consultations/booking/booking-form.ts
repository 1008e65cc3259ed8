import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { judge } from '@huiyin/shared/core/words/judge.ts'
import { bookingWords } from '../words.ts'

const words = bookingWords.book

/** What she has filled in; kept on the phone until it is confirmed. */
export type BookingForm = {
  reason: string
  otherSide: string
  againstCommittee: boolean
  forOther: boolean
  /** Whom it is for, and that this person has asked her to. */
  name: string
  mandate: boolean
}

export const blankForm: BookingForm = {
  reason: '',
  otherSide: '',
  againstCommittee: false,
  forOther: false,
  name: '',
  mandate: false,
}

export const isBlank = (form: BookingForm) =>
  form.reason.trim() === '' && form.otherSide.trim() === '' && form.name.trim() === ''

/** What her words say of danger. */
export const signIn = ({ reason }: BookingForm) => judge(reason).person

/** Such words never lie on the phone, nor while there is doubt. */
export const isSecret = (form: BookingForm) => signIn(form) !== undefined

export type Wrong = { field: 'reason' | 'forOther'; said: string }

/** What is missing before it can be confirmed. */
export const lacking = (
  { reason, forOther, name, mandate }: BookingForm,
  { capacity }: { capacity: number },
): Wrong | undefined => {
  // Whoever comes to a lecture need not say why.
  if (reason.trim() === '' && !isLecture({ capacity })) return { field: 'reason', said: words.needReason }
  if (forOther && name.trim() === '') return { field: 'forOther', said: words.needName }
  if (forOther && !mandate) return { field: 'forOther', said: words.needMandate }
  return undefined
}

/** As the server wants it. */
export const saidIn = ({ reason, otherSide, againstCommittee, forOther, name, mandate }: BookingForm) => ({
  againstCommittee,
  ...(reason.trim() && { reason: reason.trim() }),
  ...(otherSide.trim() && { otherSide: otherSide.trim() }),
  ...(forOther && { forOther: name.trim(), mandate }),
})
