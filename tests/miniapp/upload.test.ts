import { phoneProblem, trouble } from '@huiyin/miniapp/src/core/sending/trouble.ts'
import { createUploads } from '@huiyin/miniapp/src/core/sending/upload.ts'
import { toProblem } from '@huiyin/shared/core/problem.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { expect, test } from 'vitest'
import { hand, memory, settled } from './phone.ts'

type Line = { id: string; onProgress: (percent: number) => void; done: () => void; fail: (why: Error) => void }

/** A network on which the test decides how each photo fares. */
const phone = () => {
  const lines: Line[] = []
  const storage = memory()
  const clock = hand()
  const at = { now: 0 }
  const send = (id: string, onProgress: Line['onProgress']) =>
    new Promise<void>((done, fail) => void lines.push({ id, onProgress, done, fail }))
  const start = () => createUploads({ storage, send, later: clock.later, now: () => at.now })
  return { lines, clock, start, at }
}

test('one photo travels at a time, so that a slow line is not shared; the next follows when it is through', async () => {
  const { lines, start } = phone()
  const uploads = start()
  for (const id of ['a', 'b', 'c']) uploads.add(id)
  expect(lines.map(it => it.id)).toEqual(['a'])
  lines[0]?.done()
  await settled()
  expect(lines.map(it => it.id)).toEqual(['a', 'b'])
})

test('each photo shows its own progress', () => {
  const { lines, start } = phone()
  const uploads = start()
  uploads.add('a')
  uploads.add('b')
  lines[0]?.onProgress(60)
  expect(uploads.get('a')).toMatchObject({ state: 'sending', progress: 60 })
  expect(uploads.get('b')).toMatchObject({ state: 'waiting', progress: 0 })
})

test('a photo that the network dropped is tried again by itself', async () => {
  const { lines, clock, start } = phone()
  const uploads = start()
  uploads.add('a')
  lines[0]?.fail(trouble(phoneProblem('offline')))
  await settled()
  expect(uploads.get('a')).toMatchObject({ state: 'failed', problem: { code: 'offline' } })
  clock.pass(2_000)
  expect(lines).toHaveLength(2)
})

test('a photo that the server refuses is not sent again, here or after a launch, and keeps the reason', async () => {
  const { lines, clock, start } = phone()
  const uploads = start()
  uploads.add('a')
  lines[0]?.fail(trouble(toProblem(problems, 'not-a-photo')))
  await settled()
  clock.pass(3600_000)
  expect(lines).toHaveLength(1)
  const refused = { state: 'refused', problem: { code: 'not-a-photo' } }
  expect(uploads.get('a')).toMatchObject(refused)
  uploads.retry('a')
  uploads.resume()
  const later = start()
  later.resume()
  expect(later.get('a')).toMatchObject(refused)
  expect(lines).toHaveLength(1)
})

test('a photo that has to wait its turn, or whose copy is gone: the one is sent again, the other is not', async () => {
  const { lines, clock, start } = phone()
  const uploads = start()
  uploads.add('a')
  lines[0]?.fail(trouble(toProblem(problems, 'too-many')))
  await settled()
  clock.pass(60_000)
  expect(lines).toHaveLength(2)
  lines[1]?.fail(trouble(phoneProblem('photo-lost')))
  await settled()
  expect(uploads.get('a').state).toBe('refused')
})

test('a photo that did not get through for three days is given up, and says so', async () => {
  const { lines, start, at } = phone()
  start().add('a')
  lines[0]?.fail(trouble(phoneProblem('offline')))
  await settled()
  at.now = photoLimits.awaitedDays * 86_400_000
  const inTime = start()
  inTime.resume()
  expect(inTime.get('a').state).toBe('sending')
  at.now += 1
  const late = start()
  late.resume()
  expect(late.get('a')).toMatchObject({ state: 'refused', problem: { code: 'photo-expired' } })
  expect(lines).toHaveLength(2)
})

test('photos that a kill cut off go on when the app opens again, those that were through do not', async () => {
  const { lines, start } = phone()
  const uploads = start()
  uploads.add('a')
  uploads.add('b')
  lines[0]?.done()
  await settled()
  start().resume()
  expect(lines.map(it => it.id)).toEqual(['a', 'b', 'b'])
})

test('a removed photo is forgotten even if its upload ends later', async () => {
  const { lines, start } = phone()
  const uploads = start()
  uploads.add('a')
  uploads.forget('a')
  lines[0]?.fail(trouble(phoneProblem('offline')))
  await settled()
  start().resume()
  expect(lines).toHaveLength(1)
})
