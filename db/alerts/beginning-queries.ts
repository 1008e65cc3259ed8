import { commonLadders, urgentOnly } from '@huiyin/shared/alerts/alert-limits.ts'
import { type Audience, audiences, ladderOf } from '@huiyin/shared/alerts/ladder.ts'
import { commonRescuePhones } from '@huiyin/shared/alerts/rescue-phones.ts'
import { type Beginnings, beginning } from '../core/beginnings.ts'
import { rescuePhones } from './phone-tables.ts'
import { ladders } from './tables.ts'

/** What is not urgent goes past the rungs that only urgent matters have; the others keep their numbers. */
const rungsOf = (audience: Audience, urgency: 'urgent' | 'calm') =>
  commonLadders[ladderOf(audience)].flatMap(([via, urgentWait, calmWait], at) =>
    urgency === 'calm' && urgentOnly.includes(via)
      ? []
      : [
          {
            scope: '*',
            audience,
            urgency,
            rung: at + 1,
            via,
            waitMinutes: urgency === 'urgent' ? urgentWait : calmWait,
          },
        ],
  )

export const beginnings: Beginnings = [
  beginning(
    ladders,
    audiences.flatMap(audience => [...rungsOf(audience, 'urgent'), ...rungsOf(audience, 'calm')]),
  ),
  beginning(
    rescuePhones,
    commonRescuePhones.map(it => ({ scope: '*', ...it })),
  ),
]
