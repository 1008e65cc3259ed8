import type { Scene } from './look.ts'
import { at, box, disc, line, oval, pot, puddle, sack, scooter, shape, stairs, stairwell } from './pieces.ts'

const pipe = '#a9b2b3'

/** A water pipe along the wall; the joint drips into a basin, or wears a new clamp. */
export const leak: Scene = (look, mended) => {
  const run = [
    box(-60, 150, 920, 40, pipe),
    box(-60, 156, 920, 9, '#ffffff', 0, 'opacity=".45"'),
    box(-60, 182, 920, 8, '#6f7a7c', 0, 'opacity=".5"'),
    box(540, 150, 40, 330, pipe),
    box(546, 190, 9, 290, '#ffffff', 0, 'opacity=".45"'),
    box(572, 190, 8, 290, '#6f7a7c', 0, 'opacity=".5"'),
    box(526, 136, 68, 68, '#8e989a', 10),
    ...[110, 300].map(x => box(x, 140, 16, 60, '#7e8889', 4)),
  ]
  return [stairwell(look), ...run, meter(), ...(mended ? clamped() : dripping())].join('')
}

const meter = () =>
  [
    box(526, 330, 68, 76, '#4f6f86', 12),
    disc(560, 362, 25, '#f6f3ea'),
    line('M560 362 L572 348', '#c8553d', 4),
    box(606, 352, 34, 14, '#c8553d', 6),
  ].join('')

const dripping = () => [
  shape(
    'M340 190 Q400 230 372 330 Q350 392 392 450 H300 Q290 380 312 310 Q296 240 340 190 Z',
    '#6d7f78',
    'opacity=".38"',
  ),
  box(342, 138, 66, 64, '#a5775a', 6),
  shape('M346 142 Q374 170 352 200 Q398 190 404 150 Z', '#7a4f38', 'opacity=".7"'),
  puddle(378, 534, 230, 44),
  line('M376 204 V330', '#7fb2c4', 7, 'stroke-dasharray="26 15"'),
  line('M392 204 Q424 250 430 320', '#7fb2c4', 5, 'stroke-dasharray="16 15"'),
  line('M360 204 Q330 240 322 300', '#7fb2c4', 5, 'stroke-dasharray="16 18"'),
  ...[
    [376, 370],
    [432, 350],
    [318, 336],
  ].map(([x = 0, y = 0]) =>
    shape(`M${x} ${y - 20} Q${x + 16} ${y + 6} ${x} ${y + 12} Q${x - 16} ${y + 6} ${x} ${y - 20} Z`, '#7fb2c4'),
  ),
  shape('M300 446 H456 L432 540 H324 Z', '#d1574a'),
  oval(378, 446, 78, 17, '#8f362d'),
  oval(378, 448, 66, 12, '#9cc6d2'),
  line('M330 424 Q378 380 426 424', '#8b8f90', 5),
]

const clamped = () => [
  shape(
    'M340 206 Q388 240 366 330 Q350 392 380 450 H308 Q298 380 318 310 Q304 240 340 206 Z',
    '#ffffff',
    'opacity=".16"',
  ),
  box(322, 134, 106, 72, '#5f8f94', 10),
  box(322, 146, 106, 10, '#ffffff', 4, 'opacity=".4"'),
  ...[344, 406].map(x => disc(x, 170, 11, '#e9e4d8') + line(`M${x - 6} 170 H${x + 6}`, '#6a7273', 3)),
  oval(378, 520, 190, 26, '#ffffff', 'opacity=".22"'),
  at(690, 560, pot(), 1),
  wrench(),
]

const wrench = () =>
  at(
    210,
    566,
    [
      oval(60, 6, 110, 9, '#000000', 'opacity=".14"'),
      shape('M-20 0 L0 -54 H120 L140 0 Z', '#c8823d'),
      box(-24, -12, 168, 16, '#a5672c', 4),
      line('M36 -54 Q60 -92 84 -54', '#6b4a2c', 9),
      line('M10 -60 L-4 -104', '#8b8f90', 10),
      line('M104 -60 L122 -106', '#8b8f90', 10),
      disc(122, -110, 11, '#8b8f90'),
    ].join(''),
  )

/** E-bikes in the stairwell: the way up is shut; afterwards it is free and marked. */
export const bikes: Scene = (look, mended) => {
  const crowd = [
    wire(),
    at(520, 520, scooter('#5b6f9a'), 1.25),
    at(310, 545, scooter(look.cloth), 1.4),
    at(560, 588, scooter('#41726f'), 1.5),
  ]
  const free = [
    shape('M150 500 L640 500 L730 590 L70 590 Z', '#e2b33c', 'opacity=".85"'),
    shape('M178 510 L616 510 L690 580 L110 580 Z', look.floor),
    ...[0, 1, 2, 3, 4, 5].map(i => shape(`M${200 + i * 76} 510 l26 0 l-34 70 l-30 0 Z`, '#e2b33c', 'opacity=".5"')),
    sign(120, 210),
    at(700, 470, pot(), 0.9),
  ]
  return [stairwell(look), stairs(330), ...(mended ? free : crowd)].join('')
}

const wire = () =>
  [
    box(60, 270, 64, 46, '#f5f2ea', 6),
    disc(80, 293, 5, '#6a6a68'),
    disc(104, 293, 5, '#6a6a68'),
    line('M92 316 Q96 470 250 470', '#33302e', 7),
  ].join('')

/** No scooters here: a round sign that needs no words. */
const sign = (x: number, y: number) =>
  [
    box(x - 56, y - 66, 112, 132, '#fbf7ee', 8),
    disc(x, y - 8, 42, '#ffffff', 'stroke="#c8402f" stroke-width="10"'),
    at(x, y + 10, scooter('#5d5a56'), 0.3),
    line(`M${x - 30} ${y + 22} L${x + 30} ${y - 38}`, '#c8402f', 9),
    box(x - 34, y + 46, 68, 8, '#c9bfae', 4),
  ].join('')

/** Boxes, a chair and an old cupboard in the passage; afterwards nothing but light. */
export const clutter: Scene = (look, mended) => {
  const doors = [door(80, look.cloth), door(600, '#9a6a48')]
  const things = [
    box(286, 190, 150, 290, '#a87a52', 6),
    box(296, 202, 62, 266, '#b98a60', 3),
    box(364, 202, 62, 266, '#b98a60', 3),
    carton(430, 420, 150, 120),
    carton(250, 470, 180, 120),
    carton(452, 330, 104, 92),
    line('M600 560 V430 M700 560 V410 M600 470 H700', '#7d5a3e', 12),
    box(590, 462, 120, 16, '#94704f', 6),
    line('M700 420 V330 M640 420 V340 M636 340 H704', '#7d5a3e', 10),
    at(200, 590, sack(), 1),
  ]
  const clear = [shape('M330 80 H470 L640 600 H160 Z', '#fff6df', 'opacity=".28"'), at(400, 470, pot(), 0.9)]
  return [stairwell(look), ...doors, ...(mended ? clear : things)].join('')
}

const door = (x: number, fill: string) =>
  [
    box(x - 10, 90, 160, 366, '#cbbfac', 4),
    box(x, 100, 140, 352, fill, 3),
    box(x + 18, 122, 104, 130, '#ffffff', 4, 'opacity=".14"'),
    box(x + 18, 272, 104, 150, '#ffffff', 4, 'opacity=".1"'),
    disc(x + 120, 290, 8, '#e6c674'),
    box(x + 40, 134, 60, 60, '#c8402f', 0, `transform="rotate(45 ${x + 70} 164)" opacity=".85"`),
  ].join('')

const carton = (x: number, y: number, width: number, height: number) =>
  [
    box(x, y, width, height, '#c99b68', 3),
    box(x, y, width, 14, '#dcb484', 3),
    box(x + width / 2 - 12, y, 24, height, '#e6cba2', 0, 'opacity=".8"'),
    oval(x + width / 2, y + height + 2, width / 2, 7, '#000000', 'opacity=".14"'),
  ].join('')
