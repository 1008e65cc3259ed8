/** As much of JSON Schema as the description of the API makes use of. */
export type Schema = {
  type?: string | string[]
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
}
type Content = { content?: Record<string, { schema?: Schema }> }
export type Operation = {
  operationId: string
  parameters: { name: string; required: boolean; schema: Schema }[]
  requestBody?: Content
  responses: Record<string, Content>
}
export type Description = { paths: Record<string, Record<string, Operation>> }

const json = 'application/json'

/** `GET /api/reports/{id}` → the operation. */
export const operationsOf = ({ paths }: Description): Map<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, it]) => [`${method.toUpperCase()} ${path}`, it] as const),
    ),
  )

/** All that a caller gives, from path, query and body, as one object; undefined where a file is sent. */
export const inputOf = ({ parameters, requestBody }: Operation): Schema | undefined => {
  if (requestBody && !requestBody.content?.[json]) return undefined
  const body = requestBody?.content?.[json]?.schema ?? {}
  return {
    type: 'object',
    properties: { ...Object.fromEntries(parameters.map(it => [it.name, it.schema])), ...body.properties },
    required: [...parameters.filter(it => it.required).map(it => it.name), ...(body.required ?? [])],
  }
}

/** What comes when all goes well, by its status; undefined where it is bytes. */
export const answerOf = ({ responses }: Operation): [status: string, schema: Schema | undefined] => {
  const [status = '', answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  return [status, answer?.content?.[json]?.schema]
}
