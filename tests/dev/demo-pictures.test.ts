import { takeLook } from '@huiyin/dev/town/pictures/look.ts'
import { draw, paint, type SceneName, scenes } from '@huiyin/dev/town/pictures/paint.ts'
import { createRandom } from '@huiyin/dev/town/random.ts'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

const names = Object.keys(scenes) as SceneName[]
const look = takeLook(createRandom('a picture'))

describe.each(names)('the picture of %s', name => {
  test('shows something else once it is mended', async () => {
    const [before, after] = await Promise.all([paint(draw(name, look, false)), paint(draw(name, look, true))])
    const [a, b] = await Promise.all([before, after].map(it => sharp(it.thumb).greyscale().raw().toBuffer()))
    const changed = [...(a as Buffer)].filter((value, i) => Math.abs(value - ((b as Buffer)[i] ?? 0)) > 16).length
    expect(changed / (a as Buffer).length).toBeGreaterThan(0.03)
  })

  test('is a JPEG in the two sizes of the photo room', async () => {
    const { full, thumb, width, height } = await paint(draw(name, look, false))
    expect(await sharp(full).metadata()).toMatchObject({ format: 'jpeg', width, height })
    const small = await sharp(thumb).metadata()
    expect(small).toMatchObject({ format: 'jpeg', width: 320 })
    expect(full.length).toBeLessThan(350_000)
  })
})

test('two looks are two pictures', () => {
  const other = takeLook(createRandom('another picture'))
  expect(draw('leak', other, false)).not.toBe(draw('leak', look, false))
})
