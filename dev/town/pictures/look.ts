import type { Random } from '../random.ts'

/** Where a picture was taken: colours of the house, the hour, how the hand held the phone. */
export type Look = {
  wall: string
  dado: string
  floor: string
  ground: string
  brick: string
  cloth: string
  leaf: string
  sky: readonly [string, string]
  tilt: number
  zoom: number
  flip: boolean
  hour: 'morning' | 'noon' | 'evening'
}

/** The content of a picture of 800 × 600; before or after it was mended. */
export type Scene = (look: Look, mended: boolean) => string

const walls = [
  { wall: '#f1e9db', dado: '#9fb8a4', floor: '#c9bfae' },
  { wall: '#efe6dc', dado: '#8fa9b8', floor: '#c4bdb3' },
  { wall: '#f5ecd9', dado: '#c9a981', floor: '#bfb4a4' },
  { wall: '#ece8df', dado: '#a9b18b', floor: '#c8c0b4' },
]
const outdoors = [
  { ground: '#b9b3a8', brick: '#d9a583', leaf: '#7f9f6e' },
  { ground: '#c2b9a7', brick: '#cfae8e', leaf: '#8aa668' },
  { ground: '#aeb0ac', brick: '#d7b494', leaf: '#6f9878' },
]
const skies = {
  morning: ['#f7dcc0', '#fbf1e2'],
  noon: ['#bcdcea', '#eef6f5'],
  evening: ['#e9b79a', '#f6dfc4'],
} as const
const cloths = ['#c8553d', '#3f7d86', '#d9a441', '#5b6f9a', '#8a5a7b', '#5f8b5a']

export const takeLook = (random: Random): Look => {
  const hour = random.pick(['morning', 'noon', 'evening'] as const)
  return {
    ...random.pick(walls),
    ...random.pick(outdoors),
    cloth: random.pick(cloths),
    sky: skies[hour],
    hour,
    tilt: random.between(-1.6, 1.6),
    zoom: random.between(1.06, 1.12),
    flip: random.chance(0.5),
  }
}
