import { timeToSend } from '@huiyin/shared/core/upload-limits.ts'
import { asUuid } from './ids.ts'
import { dropFile, filePath, keptFile } from './kept-files.h5.ts'
import type { Platform, Reply } from './platform-shape.ts'

// Two demonstration phones may stand side by side in frames of one origin; a frame named phone-… keeps its own things.
const frame = window.name.startsWith('phone-') ? `${window.name}:` : ''
const account = () => window.localStorage.getItem(`${frame}huiyin-demo-openid`) ?? ''
const prefix = () => `${frame}${account()}:`

const storage: Platform['storage'] = {
  read: key => window.localStorage.getItem(prefix() + key) ?? undefined,
  write: (key, text) => window.localStorage.setItem(prefix() + key, text),
  erase: key => window.localStorage.removeItem(prefix() + key),
  keys: () =>
    Object.keys(window.localStorage)
      .filter(key => key.startsWith(prefix()))
      .map(key => key.slice(prefix().length)),
}

/** Only the demonstration hands out login codes to a browser; elsewhere she must come through WeChat. */
const loginCode = async () => {
  const openid = account()
  if (!openid) return undefined
  const reply = await fetch('/__demo/login-codes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid }),
  })
  return reply.ok ? ((await reply.json()) as { code: string }).code : undefined
}

const request: Platform['request'] = async ask => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), ask.timeout)
  try {
    const reply = await fetch(ask.url, {
      method: ask.method,
      headers: ask.headers,
      body: ask.body ?? null,
      signal: stop.signal,
      credentials: 'omit',
    })
    return { status: reply.status, text: await reply.text(), tag: reply.headers.get('etag') ?? undefined }
  } finally {
    clearTimeout(timer)
  }
}

const sendFile: Platform['sendFile'] = async ({ id, url, headers, onProgress }) => {
  const blob = (await keptFile(id)) ?? new Blob()
  const form = new FormData()
  form.append('file', blob, blob.type === 'application/pdf' ? `${id}.pdf` : `${id}.jpg`)
  return new Promise<Reply>((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', url)
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value)
    sending.timeout = timeToSend(blob.size)
    sending.upload.onprogress = step => onProgress(Math.round((step.loaded / step.total) * 100))
    sending.onload = () => resolve({ status: sending.status, text: sending.responseText })
    sending.onerror = sending.ontimeout = () => reject(new Error('upload'))
    sending.send(form)
  })
}

const tappable = '[role=button],[role=checkbox],[role=radio]'

/** Who works with a keyboard taps with Enter or the space bar. */
const tapByKey = () =>
  document.addEventListener('keydown', event => {
    const target = event.target as HTMLElement
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.matches(tappable)) return
    event.preventDefault()
    target.click()
  })

export const platform: Platform = {
  name: 'h5',
  storage,
  now: () => Date.now(),
  newId: async () => asUuid(crypto.getRandomValues(new Uint8Array(16))),
  loginCode,
  request,
  filePath,
  dropFile,
  sendFile,
  // A browser cannot receive WeChat messages.
  subscribe: () => Promise.resolve({}),
  // A browser's map would be somebody else's page.
  showSpot: undefined,
  telephone: number => {
    window.location.href = `tel:${number}`
  },
  // Nobody else's page: whoever owned it would learn of the visit.
  leave: () => window.location.replace('about:blank'),
  fontScale: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
  onOnline: back => window.addEventListener('online', back),
  launch: crashed => {
    tapByKey()
    window.addEventListener('error', ({ error, message }) => crashed(error ?? message))
    window.addEventListener('unhandledrejection', ({ reason }) => crashed(reason))
  },
}
