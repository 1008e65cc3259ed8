import sharp from 'sharp'
import { leads, noise } from './houses.ts'
import type { Look, Scene } from './look.ts'
import { lamp, manhole, pothole } from './roads.ts'
import { bikes, clutter, leak } from './stairwells.ts'
import { branch, drain, fireLane, rubbish } from './streets.ts'

export const scenes = {
  leak,
  bikes,
  clutter,
  leads,
  rubbish,
  pothole,
  manhole,
  lamp,
  drain,
  fireLane,
  branch,
  noise,
} as const satisfies Record<string, Scene>
export type SceneName = keyof typeof scenes

const light: Record<Look['hour'], string> = { morning: '#fff0d6', noon: '#ffffff', evening: '#f2b27f' }

/** The whole picture as SVG, 800 × 600, as a hand-held phone would have taken it. */
export const draw = (scene: SceneName, look: Look, mended: boolean) => {
  const side = look.flip ? 'translate(800 0) scale(-1 1)' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${look.sky[0]}"/><stop offset="1" stop-color="${look.sky[1]}"/></linearGradient>
<linearGradient id="light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light[look.hour]}" stop-opacity=".42"/><stop offset=".6" stop-color="${light[look.hour]}" stop-opacity="0"/></linearGradient>
<radialGradient id="edge" cx=".5" cy=".45" r=".8"><stop offset=".6" stop-color="#2b2118" stop-opacity="0"/><stop offset="1" stop-color="#2b2118" stop-opacity=".3"/></radialGradient>
</defs>
<g transform="translate(400 300) rotate(${look.tilt}) scale(${look.zoom}) translate(-400 -300) ${side}">${scenes[scene](look, mended)}</g>
<rect width="800" height="600" fill="url(#light)"/><rect width="800" height="600" fill="url(#edge)"/>
</svg>`
}

export type Painted = { full: Buffer; thumb: Buffer; width: number; height: number }

/** JPEG in the two sizes that the photo room keeps; pixels. */
export const paint = async (svg: string): Promise<Painted> => {
  const [width, height] = [1200, 900]
  const picture = sharp(Buffer.from(svg), { density: 108 }).resize(width, height)
  const [full, thumb] = await Promise.all([
    picture.clone().jpeg({ quality: 78 }).toBuffer(),
    picture.clone().resize(320, 240).jpeg({ quality: 74 }).toBuffer(),
  ])
  return { full, thumb, width, height }
}
