const path = require('node:path')
const { pathToFileURL } = require('node:url')

const shared = path.resolve(__dirname, '../../shared')

/** What a phone needs of a route: how to ask. Its shapes, refusals and summary are for the server and for the types. */
const asked = ({ method, path, access, upload }) => ({ method, path, access, upload })

const isRoute = it => typeof it?.path === 'string' && typeof it?.method === 'string'
const isSchema = it => it?._zod !== undefined

const isPlain = it => Array.isArray(it) || Object.getPrototypeOf(it) === Object.prototype

/** As data; undefined for what is not data through and through, as nothing of it may be lost unseen. */
const dataOf = it => {
  if (isRoute(it)) return asked(it)
  if (it === null || ['string', 'number', 'boolean'].includes(typeof it)) return it
  if (typeof it !== 'object' || isSchema(it) || !isPlain(it)) return undefined
  const fields = Object.entries(it).map(([name, value]) => [name, dataOf(value)])
  if (fields.some(([, value]) => value === undefined)) return undefined
  return Array.isArray(it) ? fields.map(([, value]) => value) : Object.fromEntries(fields)
}

const makesSchemas = /^import \* as z from 'zod\/mini'/m

/**
 * The shared contracts as a phone takes them: the server checks what it is sent, so no schema travels, and no library for them. A module
 * that makes schemas, or routes, becomes the data that it exports; asking one of these for a schema or a function ends the build.
 */
module.exports = function contracts(source) {
  if (!makesSchemas.test(source) && !/-routes?\.ts$/.test(this.resourcePath)) return source
  const done = this.async()
  // Whatever it is made from lies there.
  this.addContextDependency(shared)
  import(pathToFileURL(this.resourcePath).href).then(
    made => {
      const kept = Object.entries(made).map(([name, value]) => [name, dataOf(value)])
      const lines = kept.filter(([, value]) => value !== undefined)
      done(null, lines.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`).join(''))
    },
    error => done(error),
  )
}
