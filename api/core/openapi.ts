import type { KnownProblems, ProblemCode } from '@huiyin/shared/core/problem.ts'
import { Problem } from '@huiyin/shared/core/problem-body.ts'
import { pathNames, type Route } from '@huiyin/shared/core/route.ts'
import * as z from 'zod/mini'
import type { Service } from './handler.ts'
import { docsWords } from './words.ts'

type Json = Record<string, unknown>

const generalProblems: ProblemCode[] = ['bad-input', 'busy', 'bug']

const schemaOf = (schema: Route['input'], io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema as z.ZodMiniType, { io, unrepresentable: 'any' }) as Json
  return json
}

const withoutPath = (schema: Json, names: string[]): Json => {
  const properties = Object.fromEntries(
    Object.entries((schema.properties ?? {}) as Json).filter(([name]) => !names.includes(name)),
  )
  const required = ((schema.required ?? []) as string[]).filter(name => !names.includes(name))
  return { ...schema, properties, ...(required.length > 0 ? { required } : { required: undefined }) }
}

const parametersOf = (route: Route, schema: Json): Json[] => {
  const names = pathNames(route.path)
  const properties = (schema.properties ?? {}) as Record<string, Json>
  const required = (schema.required ?? []) as string[]
  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  return Object.entries(properties)
    .filter(([name]) => names.includes(name) || inQuery)
    .map(([name, property]) => ({
      name,
      in: names.includes(name) ? 'path' : 'query',
      required: names.includes(name) || required.includes(name),
      schema: property,
    }))
}

const bodyOf = (route: Route, schema: Json): Json | undefined => {
  if (route.upload)
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      },
    }
  if (route.method === 'GET' || route.method === 'DELETE') return undefined
  return { required: true, content: { 'application/json': { schema: withoutPath(schema, pathNames(route.path)) } } }
}

const refusalsOf = (problems: KnownProblems, route: Route): Json => {
  const codes = [
    ...generalProblems,
    ...(route.method === 'GET' || route.method === 'DELETE' ? [] : (['too-slow'] as const)),
    ...(route.access === 'person' ? (['not-signed-in'] as const) : []),
    ...(route.problems ?? []),
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const [status, title] = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\` ${title}`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      String(status),
      {
        description: lines.join(' · '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const operationOf = (problems: KnownProblems, name: string, tag: string, route: Route): Json => {
  const schema = schemaOf(route.input, 'input')
  const content = route.bytes
    ? Object.fromEntries(route.bytes.map(type => [type, {}]))
    : { 'application/json': { schema: schemaOf(route.answer, 'output') } }
  return {
    operationId: name,
    summary: route.summary,
    tags: [tag],
    security: route.access === 'person' ? [{ session: [] }] : [],
    parameters: parametersOf(route, schema),
    requestBody: bodyOf(route, schema),
    responses: {
      [String(route.status ?? 200)]: { description: docsWords.done, content },
      ...refusalsOf(problems, route),
    },
  }
}

/** OpenAPI 3.1, made from the very contracts that the server answers by. */
export const openapiOf = ({ rooms, problems }: Service): Json => {
  const paths: Record<string, Json> = {}
  for (const { routes } of rooms)
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operationOf(problems, name, route.path.split('/')[2] ?? '', route),
      }
    }
  return {
    openapi: '3.1.0',
    info: { title: docsWords.title, version: '1', description: docsWords.about },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}
