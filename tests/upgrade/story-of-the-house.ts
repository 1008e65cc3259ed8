import { randomUUID } from 'node:crypto'
import { upgrades } from '../lists/upgrades.ts'
import type { Teller } from './telling.ts'

/** What lies around the matters: homes, permissions, an adviser's own things. */
export const furnish = async (it: Teller): Promise<void> => {
  await it.asks('resident', 'setHome', { buildingId: 't001v1g1b1' })
  const { items } = (await it.asks('worker', 'listPermits', {})) as { items: { templateId: string }[] }
  for (const { templateId } of items) it.world.wechat.control.credits('worker', templateId, 1)
  const results = Object.fromEntries(items.map(each => [each.templateId, 'accept']))
  await it.asks('worker', 'recordPermits', { id: randomUUID(), results })
  await it.asks('worker', 'recordEmployee', { accepted: true })
  for (const upgrade of Object.values(upgrades)) await upgrade.furnish?.(it)
}
