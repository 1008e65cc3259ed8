import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../miniapp/src/core/style/tokens.css'), 'utf8')

type Colours = Record<string, string>

const coloursIn = (text: string): Colours =>
  Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))

/** The four blocks of the file in their order: light, dark, 长辈版, 长辈版 dark; each overrides the ones before. */
const [light = '', rest = ''] = css.split(/@media[^{]*\{/)
const [dark = '', elder = ''] = rest.split('.hy.elder {')
const elderDark = css.slice(css.lastIndexOf('@media'))
const looks = {
  light: coloursIn(light),
  dark: { ...coloursIn(light), ...coloursIn(dark) },
  elder: { ...coloursIn(light), ...coloursIn(elder) },
  'elder dark': { ...coloursIn(light), ...coloursIn(dark), ...coloursIn(elder), ...coloursIn(elderDark) },
}

/** WCAG relative luminance of #rrggbb. */
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Words on grounds as they occur on the pages. */
const words = {
  ink: ['paper', 'leaf', 'mist', 'straw', 'blush'],
  soft: ['paper', 'leaf', 'mist', 'straw', 'sunk'],
  pine: ['paper', 'leaf', 'mist'],
  'on-fill': ['fill'],
  seal: ['paper', 'leaf', 'blush'],
  ochre: ['leaf', 'straw'],
}

test.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['elder', 7],
  ['elder dark', 7],
] as const)('in the %s look every word stands out from its ground at least %d to 1', (look, least) => {
  const colours: Colours = looks[look]
  const weak = Object.entries(words).flatMap(([word, grounds]) =>
    grounds
      .map(ground => [`${word} on ${ground}`, contrast(colours[word] ?? '', colours[ground] ?? '')] as const)
      .filter(([, ratio]) => !(ratio >= least)),
  )
  expect(weak).toEqual([])
})

test('borders of controls can be seen in every look', () => {
  for (const [look, colours] of Object.entries(looks))
    expect(contrast(colours.edge ?? '', colours.leaf ?? ''), look).toBeGreaterThanOrEqual(3)
})
