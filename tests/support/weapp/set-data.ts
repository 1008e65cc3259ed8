import type { Device } from './device.ts'

/** WeChat refuses a single change above 1 MB. */
const refusedBytes = 1024 * 1024

/** What JSON would lose or change in a value given to `setData`, as `root.cn[0].p3: undefined`; empty when nothing. */
export function lossesOf(value: unknown, path: string, parents: object[] = []): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (typeof value !== 'object') return [`${path}: ${typeof value}`]
  if (parents.includes(value)) return [`${path}: refers to itself`]
  const inside = [...parents, value]
  if (Array.isArray(value)) return value.flatMap((item, index) => lossesOf(item, `${path}[${index}]`, inside))
  // Objects come from another realm: compare by what they are, not by whose Object made them.
  const parent = Object.getPrototypeOf(value)
  if (parent !== null && Object.getPrototypeOf(parent) !== null) return [`${path}: ${parent.constructor?.name}`]
  return Object.entries(value).flatMap(([key, item]) => lossesOf(item, `${path}.${key}`, inside))
}

/** Checks a change as WeChat's bridge would, counts it, and returns its JSON. Throws on what cannot cross. */
export function crossBridge(device: Device, where: string, change: Record<string, unknown>): string {
  const losses = Object.entries(change).flatMap(([key, value]) => lossesOf(value, key))
  if (losses.length > 0) throw new Error(`setData of ${where} loses ${losses.slice(0, 5).join(', ')}`)
  const json = JSON.stringify(change)
  const bytes = Buffer.byteLength(json)
  if (bytes > refusedBytes) throw new Error(`setData of ${where}: ${bytes} bytes, WeChat takes at most ${refusedBytes}`)
  const count = device.setData
  count.calls += 1
  count.largest = Math.max(count.largest, bytes)
  count.sinceAction += 1
  count.mostPerAction = Math.max(count.mostPerAction, count.sinceAction)
  return json
}

/** Writes one `setData` path, as `root.cn.[0].p3` or `list[2].name`, into page data. */
export function writePath(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(key => key !== '')
  let place: Record<string, unknown> = target
  keys.slice(0, -1).forEach((key, index) => {
    const next = place[key]
    if (typeof next !== 'object' || next === null) place[key] = /^\d+$/.test(keys[index + 1] ?? '') ? [] : {}
    place = place[key] as Record<string, unknown>
  })
  const last = keys.at(-1)
  if (last !== undefined) place[last] = value
}

/** Figures that WeChat's audit judges: at most 256 KB a call and 20 calls a second (here: for one touch of the person). */
export function setDataFigures({ setData }: Device): { calls: number; largestBytes: number; mostPerAction: number } {
  return { calls: setData.calls, largestBytes: setData.largest, mostPerAction: setData.mostPerAction }
}
