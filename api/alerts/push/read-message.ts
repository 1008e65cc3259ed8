import { isFields, type PushField, type PushFields } from '@huiyin/api/core/push-event.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

/** Reads a body or an opened message, JSON or XML. Refuses everything else. */
export const readMessage = async (text: string): Promise<PushFields> => {
  const read = await (text.trimStart().startsWith('<') ? readXml(text) : readJson(text)).catch(() => refuse('bad-json'))
  return isFields(read) ? read : refuse('bad-json')
}

/** Without NUL, which the database does not take. */
const toText = (value: unknown, source: string | undefined): PushField => {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (typeof value === 'object' && value !== null) return value as PushField
  return typeof value === 'number' ? (source ?? String(value)) : String(value ?? '')
}

/** Numbers as they were written: a message's number exceeds 2^53. */
const readJson = async (text: string): Promise<PushField> =>
  JSON.parse(text, (_, value: unknown, context?: { source?: string }) => toText(value, context?.source))

/** No entity is resolved and no document type is read, so none can grow or reach out. Loaded with the first XML. */
const readXml = async (text: string): Promise<PushField> => {
  if (/<!(DOCTYPE|ENTITY)|\0/i.test(text)) return refuse('bad-json')
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({
    parseTagValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  })
  const { xml } = parser.parse(text, true) as { xml?: PushField }
  return xml ?? refuse('bad-json')
}
