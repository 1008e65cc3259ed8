/**
 * What is dangerous in a migration that goes in while the last release still serves: what its statements count on is gone, or they wait
 * for a lock on a large table. `-- contract: <reason>` in the file says that the last release does without it already, and why.
 */
type Rule = { when: RegExp; why: string; unless?: (statement: string, file: string, earlier: string) => boolean }

const words = (text: string) =>
  text.replace(/--.*$/gm, ' ').replaceAll('"', '').replace(/\s+/g, ' ').trim().toLowerCase()
const tableOf = (statement: string) => /^alter table (?:if exists )?(?:only )?([\w.]+)/.exec(statement)?.[1]
const indexOf = (statement: string) =>
  /index (?:concurrently )?(?:if (?:not )?exists )?(\w+)/.exec(statement)?.[1] ?? ''
const madeHere = (table: string | undefined, file: string) =>
  table !== undefined && new RegExp(`create table (if not exists )?${table}\\b`).test(file)
const onNewTable = (statement: string, file: string) =>
  madeHere(tableOf(statement) ?? / on (?:only )?(\w+)/.exec(statement)?.[1], file)
/** A check that an earlier migration added without reading the table, and another one validated. */
const isProved = (statement: string, _: string, earlier: string) => {
  const [, table, column] = /^alter table (\S+) alter (?:column )?(\w+) set not null/.exec(statement) ?? []
  const check = new RegExp(`alter table ${table} add constraint (\\w+) check \\(+${column} is not null\\)+ not valid`)
  const name = check.exec(earlier)?.[1]
  return name !== undefined && earlier.includes(`validate constraint ${name}`)
}
const each = (file: string) => file.split(';').filter(it => it.trim())

const rules: Rule[] = [
  {
    when: /\bdrop (table|view|materialized view|type|schema|sequence|function)\b/,
    why: 'the last release may still use it',
  },
  { when: /^alter table .*\bdrop (column|default|expression|identity)\b/, why: 'the last release may still use it' },
  {
    when: /^alter table \S+ drop (?!column|default|expression|identity|constraint|not null)\w+/,
    why: 'the last release may still use it',
  },
  { when: /\brename\b/, why: 'the last release knows the old name only: add the new beside it' },
  {
    when: /^alter type\b|\bset data type\b|\balter (column )?\w+ type\b/,
    why: 'it rewrites the table, and the last release reads another kind',
  },
  { when: /\bset not null\b/, why: 'it reads the whole table under a lock; validate a check first', unless: isProved },
  {
    when: /\badd column\b(?!.*\bdefault\b).*\bnot null\b/,
    why: 'the last release writes rows without it: give it a default',
    unless: onNewTable,
  },
  {
    when: /\badd column\b.*(\b(random|gen_random_uuid|clock_timestamp|nextval)\(|\b(small|big)?serial\b|\bgenerated\b)/,
    why: 'it rewrites the table under a lock',
    unless: onNewTable,
  },
  {
    when: /\badd (constraint \w+ )?(check|foreign key)\b(?!.*\bnot valid\b)/,
    why: 'it reads the whole table under a lock: add it NOT VALID, validate it in a later file',
    unless: onNewTable,
  },
  {
    when: /\badd (constraint \w+ )?(unique|primary key|exclude)\b(?!.*\busing index\b)/,
    why: 'it builds an index under a lock: build it CONCURRENTLY first',
    unless: onNewTable,
  },
  {
    when: /\bvalidate constraint\b/,
    why: 'it would hold the lock of what stands beside it: a file of its own',
    unless: (_, file) => each(file).every(it => it.includes('validate constraint')),
  },
  {
    when: /^create (unique )?index (?!concurrently)/,
    why: 'it keeps everybody from writing: CONCURRENTLY, in a file of its own',
    unless: onNewTable,
  },
  {
    when: /^create (unique )?index concurrently/,
    why: 'one that failed is left half made: DROP INDEX CONCURRENTLY IF EXISTS before it',
    unless: (statement, file) =>
      file.includes(`drop index concurrently if exists ${indexOf(statement)}`) &&
      each(file).every(it => it.includes('index concurrently')),
  },
  {
    when: /^drop index\b/,
    why: 'the last release may count on it, for finding or for being the only one',
    unless: (statement, file) => new RegExp(`create (unique )?index concurrently ${indexOf(statement)}\\b`).test(file),
  },
  { when: /^(truncate|lock table|cluster|vacuum full|reindex (?!.*concurrently))/, why: 'it keeps everybody out' },
]

const statementsOf = (text: string) =>
  text
    .split(/--> statement-breakpoint|;\s*$/m)
    .map(words)
    .filter(Boolean)

/**
 * What is wrong with a migration, as `statement: why`; nothing when it is careful, or says why it need not be. `before`: those that come
 * before it, since the rule.
 */
export const carelessIn = (text: string, before: readonly string[] = []): string[] => {
  if (/^-- contract: \S.{15,}/m.test(text)) return []
  const statements = statementsOf(text)
  const [file, earlier] = [statements.join(';'), before.flatMap(statementsOf).join(';')]
  return statements.flatMap(statement =>
    rules
      .filter(({ when, unless }) => when.test(statement) && !unless?.(statement, file, earlier))
      .map(({ why }) => `${statement.slice(0, 80)}: ${why}`),
  )
}
