import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readJournal } from '../support/upgrade-release.ts'
import { carelessIn } from './careful.ts'

/** The last one from before the rule. */
const last = '0013_sealed_files'
const folder = join(import.meta.dirname, '..', '..', 'db', 'migrations')

test('every migration lets the last release go on serving, or says why it may not', () => {
  const tags = readJournal().entries.map(it => it.tag)
  const since = tags.slice(tags.indexOf(last) + 1)
  const texts = since.map(tag => readFileSync(join(folder, `${tag}.sql`), 'utf8'))
  const careless = since.map((tag, n) => [tag, carelessIn(texts[n] ?? '', texts.slice(0, n))] as const)
  expect(tags).toContain(last)
  expect(careless.filter(([, found]) => found.length > 0)).toEqual([])
})

test('what has broken a running release before would be found: a table was renamed', () => {
  const text = readFileSync(join(folder, `${last}.sql`), 'utf8')
  expect(carelessIn(text).join()).toContain('the last release knows the old name only')
})

test.each([
  'DROP TABLE "visits";',
  'ALTER TABLE "reports" DROP COLUMN "place";',
  'ALTER TABLE reports DROP place;',
  'ALTER TABLE "reports" RENAME COLUMN "place" TO "spot";',
  'ALTER TABLE "reports" ALTER COLUMN "words" SET DATA TYPE varchar(20);',
  'ALTER TABLE "reports" ALTER COLUMN "words" SET NOT NULL;',
  'ALTER TABLE "reports" ALTER COLUMN "seq" DROP DEFAULT;',
  "ALTER TYPE mood ADD VALUE 'x';",
  'ALTER TABLE "reports" ADD COLUMN "month" text NOT NULL;',
  'ALTER TABLE "reports" ADD COLUMN "key" uuid DEFAULT gen_random_uuid() NOT NULL;',
  'ALTER TABLE "reports" ADD CONSTRAINT "long" CHECK (length(words) < 9);',
  'ALTER TABLE "reports" ADD CONSTRAINT "once" UNIQUE("number");',
  'ALTER TABLE "reports" ADD CONSTRAINT "c" CHECK (seq > 0) NOT VALID;--> statement-breakpoint\nALTER TABLE "reports" VALIDATE CONSTRAINT "c";',
  'CREATE INDEX "by_month" ON "reports" USING btree ("month");',
  'CREATE INDEX CONCURRENTLY "by_month" ON "reports" USING btree ("month");',
  'DROP INDEX "reports_due";',
  'TRUNCATE alerts;',
  '-- contract: why\nDROP TABLE "visits";',
])('careless: %s', text => {
  expect(carelessIn(text)).not.toEqual([])
})

test.each([
  'CREATE TABLE "aid" ("id" uuid PRIMARY KEY NOT NULL);--> statement-breakpoint\nCREATE INDEX "aid_of" ON "aid" USING btree ("id");',
  'ALTER TABLE "reports" ADD COLUMN "month" text;',
  'ALTER TABLE "reports" ADD COLUMN "month" text DEFAULT \'2026-11\' NOT NULL;',
  'ALTER TABLE "reports" ADD CONSTRAINT "c" CHECK (seq > 0) NOT VALID;',
  'ALTER TABLE "reports" VALIDATE CONSTRAINT "c";',
  'DROP INDEX CONCURRENTLY IF EXISTS "by_month";--> statement-breakpoint\nCREATE INDEX CONCURRENTLY "by_month" ON "reports" USING btree ("month");',
  'ALTER TABLE "reports" DROP CONSTRAINT "reports_kind_known";',
  '-- contract: since 1.4 nothing reads or writes it any more\nDROP TABLE "visits";',
])('careful: %s', text => {
  expect(carelessIn(text)).toEqual([])
})

test('a column may lose its null once a check has been proved that forbids it', () => {
  const added = 'ALTER TABLE "reports" ADD CONSTRAINT "has_month" CHECK ("month" IS NOT NULL) NOT VALID;'
  const proved = 'ALTER TABLE "reports" VALIDATE CONSTRAINT "has_month";'
  const sealed = 'ALTER TABLE "reports" ALTER COLUMN "month" SET NOT NULL;'
  expect([carelessIn(sealed, [added]).length, carelessIn(sealed, [added, proved]).length]).toEqual([1, 0])
})
