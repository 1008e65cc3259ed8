import type { PhonePages } from '@huiyin/tests/support/phones.ts'
import type { Someone, World } from '@huiyin/tests/support/world.ts'
import { shownToAll } from './shown-to-all.ts'
import { filedBy } from './steps.ts'

/** A matter that the township has to visit. */
const closedPoorly = async (world: World, she: Someone) => {
  const closed = await filedBy(she, '井盖松了')
  const worker = await world.someone('worker')
  const photo = await worker.upload()
  const tap = () => ({ id: closed, eventId: crypto.randomUUID() })
  await worker.call('acceptReport', tap())
  await worker.call('resolveReport', { ...tap(), words: '好了', photoIds: [photo.id] })
  await she.call('confirmReport', { ...tap(), rating: 'poor' })
}

export const pages: PhonePages = {
  holders: { desk: 'worker', handle: 'worker', calls: 'officer', visits: 'officer', publish: 'officer' },
  needing: ['show', 'handle', 'publish'],
  fill: async (world, she) => {
    await shownToAll(world, she)
    // One that the township may publish.
    const publish = await shownToAll(world, she, { publish: false })
    await closedPoorly(world, she)
    let id = ''
    for (let n = 0; n < 24; n++) id = await filedBy(she, `第 ${n} 盏路灯不亮`)
    return { publish, show: id, handle: id, receipt: id }
  },
}
