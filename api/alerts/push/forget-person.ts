import { type PushHandler, textAt } from '@huiyin/api/core/push-event.ts'
import { deletePermits } from '@huiyin/db/alerts/permit-queries.ts'
import { forgetHome, forgetPerson, forgetPhone } from '@huiyin/db/people/forget-queries.ts'
import { findPersonByOpenid } from '@huiyin/db/people/queries.ts'

/** `RevokeInfo` → what we keep of it. Of the other sorts nothing is kept beside what stands in a case file. */
const forgetting = new Map([
  ['8', forgetPhone],
  ['13', forgetHome],
  ['18', forgetHome],
])

/** She takes back her consent to one sort of data: it is deleted. `OpenID` is hers; `FromUserName` may be the platform. */
export const revokeConsent: PushHandler = async (tx, { fields }) => {
  const person = await findPersonByOpenid(tx, textAt(fields, 'OpenID'))
  if (!person) return
  for (const sort of textAt(fields, 'RevokeInfo').match(/\d+/g) ?? []) await forgetting.get(sort)?.(tx, person.id)
}

/** The WeChat account is closed: nothing says any more who it was. Her reports stay with the town, as case files. */
export const cancelPerson: PushHandler = async (tx, { fields }, now) => {
  const person = await findPersonByOpenid(tx, textAt(fields, 'OpenID'))
  if (!person) return
  await deletePermits(tx, person.id)
  await forgetPerson(tx, person.id, now)
}
