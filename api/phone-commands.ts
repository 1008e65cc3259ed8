import { replaceDutyPhones } from '@huiyin/db/alerts/ladder-queries.ts'
import { setAreaPhone, setRescuePhone } from '@huiyin/db/alerts/phone-queries.ts'
import { listAreasById } from '@huiyin/db/grids/queries.ts'
import { rescuers } from '@huiyin/shared/alerts/rescue.ts'
import { type Command, command, done, refused } from './command.ts'
import { alertSay as say } from './words.ts'

const isPhone = (text: string) => /^[\d+\-() ]{3,20}$/.test(text)

/** Whom to telephone: on duty in a township, in a place, when life is in danger. */
export const phoneCommands: Record<string, Command> = {
  'phones set': command(1, 21, async ({ db }, [townshipId = '', ...pairs]) => {
    const [township] = await listAreasById(db, [townshipId])
    if (township?.level !== 'township') return refused(say.noTownship)
    const phones = pairs.flatMap((title, i) => (i % 2 === 0 ? [{ title, phone: pairs[i + 1] ?? '' }] : []))
    if (!phones.every(({ phone }) => isPhone(phone))) return refused(say.noPhone)
    await replaceDutyPhones(db, townshipId, phones)
    return done(say.phonesSet(phones.length))
  }),
  'phones area': command(2, 3, async ({ db }, [areaId = '', title = '', phone = '']) => {
    const [area] = await listAreasById(db, [areaId])
    if (!area) return refused(say.noArea)
    const gone = title === '-' && phone === ''
    if (!gone && !isPhone(phone)) return refused(say.noPhone)
    await setAreaPhone(db, areaId, gone ? null : { title, phone })
    return done(gone ? say.areaPhoneGone : say.areaPhoneSet)
  }),
  'phones rescue': command(3, 4, async ({ db }, [scope = '', rescuer = '', title = '', phone = '']) => {
    const [area] = await listAreasById(db, [scope])
    if (!area && scope !== '*') return refused(say.noArea)
    const who = rescuers.find(it => it === rescuer)
    if (!who) return refused(say.noRescuer)
    const gone = title === '-' && phone === ''
    if (!gone && !isPhone(phone)) return refused(say.noPhone)
    await setRescuePhone(db, scope, who, gone ? null : { title, phone })
    return done(gone ? say.rescuePhoneGone : say.rescuePhoneSet)
  }),
}
