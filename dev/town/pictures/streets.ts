import type { Scene } from './look.ts'
import { at, bag, bin, box, cone, disc, line, oval, pot, puddle, shape, street } from './pieces.ts'

/** Bags heaped around the bins; afterwards swept. */
export const rubbish: Scene = (look, mended) => {
  const bins = [
    at(270, 470, bin('#5f8b5a'), 1.25),
    at(400, 470, bin('#4f6f86'), 1.25),
    at(530, 470, bin('#b0584a'), 1.25),
  ]
  const heap = [
    oval(400, 540, 330, 46, '#6d5b46', 'opacity=".25"'),
    at(160, 520, bag('#4b4a48'), 1.3),
    at(640, 512, bag('#5d6f63'), 1.3),
    at(290, 556, bag('#8a8379'), 1.45),
    at(440, 548, bag('#4b4a48'), 1.6),
    at(560, 576, bag('#b3a790'), 1.3),
    box(188, 556, 92, 60, '#c99b68', 2, 'transform="rotate(-9 230 590)"'),
    shape('M620 580 L690 560 L716 604 L640 616 Z', '#e8e0d0'),
    line('M360 606 L396 592', '#c8553d', 12),
    disc(494, 604, 13, '#d9a441'),
    ...[
      [352, 380],
      [372, 362],
      [470, 372],
    ].map(([x = 0, y = 0]) => line(`M${x - 5} ${y} l5 -4 l5 4`, '#3b3a3a', 3)),
  ]
  const swept = [
    oval(400, 540, 330, 40, '#ffffff', 'opacity=".18"'),
    at(150, 500, pot(), 1.2),
    at(660, 500, pot(), 1.2),
    broom(),
  ]
  return [street(look), ...bins, ...(mended ? swept : heap)].join('')
}

const broom = () =>
  at(
    730,
    560,
    [
      line('M0 0 L26 -190', '#a5774c', 9),
      shape('M-34 44 L-8 -16 H14 L30 44 Z', '#cfa95c'),
      line('M-12 -6 H18', '#8a5a34', 8),
    ].join(''),
  )

/** Dirty water out of a drain in the yard; afterwards a dry yard and a clean grate. */
export const drain: Scene = (look, mended) => {
  const flood = [
    puddle(420, 520, 330, 74, '#7d8470'),
    puddle(240, 560, 150, 34, '#7d8470'),
    oval(400, 470, 64, 26, '#5a5f4e'),
    ...[360, 400, 440].map((x, i) => line(`M${x} 468 Q${x - 8} ${430 - i * 6} ${x + 6} ${424 - i * 8}`, '#98a087', 9)),
    ...[
      [520, 520],
      [300, 530],
      [610, 548],
    ].map(([x = 0, y = 0]) => oval(x, y, 18, 7, '#c9c2a6', 'opacity=".9"')),
    at(664, 470, cone(), 0.9),
  ]
  const dry = [
    oval(420, 530, 320, 60, '#ffffff', 'opacity=".14"'),
    box(330, 448, 150, 66, '#6a6f70', 6),
    ...[348, 372, 396, 420, 444].map(x => box(x, 458, 12, 46, '#3e4243', 3)),
    at(640, 470, pot(), 1.1),
  ]
  return [street(look), ...(mended ? dry : flood)].join('')
}

/** Cars in the fire lane; afterwards free yellow hatching. */
export const fireLane: Scene = (look, mended) => {
  const hatch = [
    shape('M60 600 L250 392 H560 L760 600 Z', '#d9b23c', 'opacity=".95"'),
    shape('M96 592 L262 402 H548 L722 592 Z', look.ground),
    ...[0, 1, 2, 3, 4].map(i =>
      shape(`M${258 + i * 62} 402 h26 L${182 + i * 108} 592 h-46 Z`, '#d9b23c', 'opacity=".9"'),
    ),
  ]
  const cars = [at(250, 560, car(look.cloth), 1.25), at(590, 500, car('#8b8f96'), 0.95)]
  return [street(look), ...hatch, ...(mended ? [at(720, 440, cone(), 0.8)] : cars)].join('')
}

const car = (fill: string) =>
  [
    oval(0, 4, 170, 14, '#000000', 'opacity=".22"'),
    shape('M-160 -20 Q-164 -66 -116 -74 L-78 -128 H62 L108 -76 Q158 -70 158 -22 Z', fill),
    shape('M-98 -76 L-68 -118 H-12 V-76 Z', '#cfe0e2'),
    shape('M2 -76 V-118 H54 L86 -76 Z', '#cfe0e2'),
    box(-160, -34, 318, 10, '#000000', 5, 'opacity=".12"'),
    ...[-94, 92].map(x => disc(x, -18, 31, '#343332') + disc(x, -18, 15, '#bdb9b2')),
    box(136, -60, 20, 12, '#f7e8b6', 5),
  ].join('')

/** A fallen branch across the path; afterwards sawn and carried off. */
export const branch: Scene = (look, mended) => {
  const fallen = [
    oval(420, 520, 330, 46, '#000000', 'opacity=".12"'),
    line('M96 372 Q300 400 420 430 Q540 456 690 520', '#7d5a3e', 26),
    line('M96 372 L84 358', '#d9bd92', 22),
    line('M300 396 L250 480 M420 430 L500 364 M540 460 L520 550 M600 484 L690 434', '#7d5a3e', 13),
    ...[
      [236, 490, 58],
      [190, 452, 36],
      [520, 352, 54],
      [572, 380, 34],
      [516, 536, 46],
      [704, 422, 50],
      [704, 526, 60],
      [360, 476, 40],
      [636, 556, 34],
    ].map(
      ([x = 0, y = 0, r = 0]) => disc(x, y, r, look.leaf) + disc(x - 10, y - 14, r * 0.5, '#ffffff', 'opacity=".12"'),
    ),
  ]
  const sawn = [
    ...[0, 1, 2].map(
      i => box(90 + i * 20, 440 - i * 26, 150, 26, '#94704f', 12) + disc(236 + i * 20, 453 - i * 26, 12, '#d9bd92'),
    ),
    oval(470, 540, 260, 40, '#ffffff', 'opacity=".16"'),
    at(690, 480, pot(), 1.1),
  ]
  return [street(look), ...(mended ? sawn : fallen)].join('')
}
