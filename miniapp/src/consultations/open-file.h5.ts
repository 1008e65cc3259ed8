import type { FileAsk } from './fetch-file.ts'

const get = ({ url, headers }: FileAsk) => fetch(url, { headers, credentials: 'omit' })

/** Into the folder of downloads. */
export const openTable = async (ask: FileAsk, name: string): Promise<number> => {
  const reply = await get(ask)
  if (!reply.ok) return reply.status
  const href = URL.createObjectURL(await reply.blob())
  Object.assign(document.createElement('a'), { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return reply.status
}

/** On paper, from a frame in which no script may run. It stays until the next: some browsers print later. */
export const printPage = async (ask: FileAsk): Promise<number> => {
  const reply = await get(ask)
  if (!reply.ok) return reply.status
  document.getElementById('to-print')?.remove()
  const frame = Object.assign(document.createElement('iframe'), { id: 'to-print', srcdoc: await reply.text() })
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  frame.onload = () => frame.contentWindow?.print()
  document.body.append(frame)
  return reply.status
}

/** A computer prints. */
export const keepPicture = undefined
