import type { Scene } from './look.ts'
import { at, box, disc, line, oval, pot, sack, scooter, shape, stairwell } from './pieces.ts'

/** A charging lead let down from a window to a scooter; afterwards a proper charging post. */
export const leads: Scene = (look, mended) => {
  const facade = [
    box(-60, -60, 920, 520, look.brick),
    ...Array.from({ length: 8 }, (_, i) => line(`M-60 ${-20 + i * 62} H860`, '#ffffff', 2, 'opacity=".22"')),
    box(-60, 452, 920, 220, look.ground),
    box(-60, 440, 920, 16, '#8c8173', 0, 'opacity=".45"'),
    ...[70, 330, 590].map(x => pane(x, 60)),
  ]
  const hanging = [
    line('M410 206 Q470 300 396 380 Q350 430 396 470', '#2f2c2a', 8),
    line('M660 206 Q600 320 560 360 Q520 420 560 480', '#7a2f27', 7),
    box(372, 458, 84, 26, '#f3efe6', 6),
    ...[388, 414, 440].map(x => disc(x, 471, 5, '#6a6a68')),
    at(300, 566, scooter(look.cloth), 1.35),
    at(590, 574, scooter('#5b6f9a'), 1.35),
  ]
  return [...facade, ...(mended ? posts(look.cloth) : hanging)].join('')
}

const pane = (x: number, y: number) =>
  [
    box(x - 8, y - 8, 156, 166, '#efe7d8', 4),
    box(x, y, 140, 146, '#7f9aa3', 2),
    box(x + 66, y, 8, 146, '#efe7d8'),
    shape(`M${x} ${y} H${x + 60} L${x} ${y + 90} Z`, '#ffffff', 'opacity=".3"'),
  ].join('')

const posts = (cloth: string) => [
  shape('M60 286 L90 240 H740 L770 286 Z', '#5f8f94'),
  box(60, 284, 710, 14, '#4c7478'),
  ...[96, 730].map(x => box(x, 298, 14, 220, '#8e989a')),
  ...[230, 430, 630].map(
    x =>
      box(x - 26, 372, 52, 92, '#f5f2ea', 8) +
      disc(x, 402, 13, '#5f8b5a') +
      shape(`M${x + 3} 392 l-9 12 h6 l-3 10 l9 -13 h-6 Z`, '#ffffff') +
      box(x - 6, 464, 12, 44, '#8e989a'),
  ),
  ...[140, 330, 530, 730].map(x => line(`M${x} 520 L${x - 30} 600`, '#ffffff', 6, 'opacity=".7"')),
  at(300, 574, scooter(cloth), 1.05),
  at(520, 574, scooter('#5b6f9a'), 1.05),
]

/** Building work at all hours; afterwards a shut door with the agreed hours pinned to it. */
export const noise: Scene = (look, mended) => {
  const frame = [box(290, 70, 240, 388, '#cbbfac', 4), box(306, 84, 208, 372, mended ? '#9a6a48' : '#5c5148', 2)]
  const work = [
    shape('M306 456 V300 L360 276 L420 320 L514 290 V456 Z', '#a79a88'),
    disc(410, 170, 46, '#f6dc97', 'opacity=".5"'),
    disc(410, 170, 16, '#fff3cf'),
    at(420, 470, drill(), 1.25),
    ...[70, 104, 138].map((r, i) =>
      line(
        `M${262 - i * 34} ${250 - r / 2} Q${262 - r / 2 - i * 34} 250 ${262 - i * 34} ${250 + r / 2}`,
        look.cloth,
        10,
      ),
    ),
    ...[70, 104, 138].map((r, i) =>
      line(
        `M${558 + i * 34} ${250 - r / 2} Q${558 + r / 2 + i * 34} 250 ${558 + i * 34} ${250 + r / 2}`,
        look.cloth,
        10,
      ),
    ),
    at(200, 590, sack(), 1),
    ...Array.from({ length: 9 }, (_, i) =>
      shape(`M${290 + i * 40} ${520 + ((i * 37) % 50)} l18 -14 l14 16 l-20 10 Z`, i % 2 ? '#b9ab96' : '#8f8271'),
    ),
  ]
  const quiet = [
    box(326, 110, 168, 150, '#ffffff', 4, 'opacity=".12"'),
    box(346, 180, 128, 168, '#fbf7ee', 4),
    disc(410, 226, 28, '#ffffff', 'stroke="#5f8f94" stroke-width="7"'),
    line('M410 210 V226 L422 234', '#5f8f94', 6),
    ...[278, 298, 318].map((y, i) => box(366, y, 88 - i * 18, 8, '#c9bfae', 4)),
    disc(410, 184, 7, '#c8402f'),
    disc(498, 290, 9, '#e6c674'),
    box(296, 466, 228, 44, look.cloth, 8, 'opacity=".75"'),
    at(620, 480, pot(), 1),
  ]
  return [stairwell(look), ...frame, ...(mended ? quiet : work)].join('')
}

const drill = () =>
  [
    oval(10, 4, 90, 9, '#000000', 'opacity=".2"'),
    shape('M-60 -96 H40 L56 -78 V-60 H-10 L-22 0 H-64 Z', '#d9803a'),
    box(50, -80, 30, 20, '#4a4948', 3),
    line('M80 -70 H140', '#8b8f90', 9),
    box(-66, -10, 48, 16, '#4a4948', 4),
  ].join('')
