/** An event before it is written down. List events carry `list`, all others their `fields`. */
export type PushEvent = {
  event: string
  /** `FromUserName`: the person, or the platform's own account. */
  from: string
  list?: Record<string, string>[]
  fields?: Record<string, unknown>
}

const pascal = (event: string) => event.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase())

/** The event as JSON text: `List` is an object for one item, an array for several, and `CreateTime` then a string. */
export function toJson(event: PushEvent, to: string, seconds: number): string {
  const { list } = event
  return JSON.stringify({
    ToUserName: to,
    FromUserName: event.from,
    CreateTime: list ? String(seconds) : seconds,
    MsgType: 'event',
    Event: event.event,
    ...(list ? { List: list.length === 1 ? list[0] : list } : {}),
    ...event.fields,
  })
}

// "]]>" cannot stand inside CDATA: it is split over two sections.
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

function element(name: string, held: unknown): string {
  if (Array.isArray(held)) return held.map(each => element(name, each)).join('')
  if (typeof held === 'object' && held !== null) return `<${name}>${elements(held)}</${name}>`
  return `<${name}>${typeof held === 'number' ? held : cdata(String(held))}</${name}>`
}

const elements = (held: object) =>
  Object.entries(held)
    .map(([name, each]) => element(name, each))
    .join('')

/** The event as XML text: items stand as `<List>` inside an element named after the event. */
export function toXml(event: PushEvent, to: string, seconds: number): string {
  const { list } = event
  const body = {
    ToUserName: to,
    FromUserName: event.from,
    CreateTime: seconds,
    MsgType: 'event',
    Event: event.event,
    ...(list ? { [pascal(event.event)]: { List: list } } : {}),
    ...event.fields,
  }
  return `<xml>${elements(body)}</xml>`
}

/** The envelope of safe mode. */
export function envelope(format: 'json' | 'xml', to: string, sealed: string): string {
  const body = { ToUserName: to, Encrypt: sealed }
  return format === 'json' ? JSON.stringify(body) : `<xml>${elements(body)}</xml>`
}
