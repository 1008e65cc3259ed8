import type { Look, Scene } from './look.ts'
import { at, box, cone, disc, line, oval, puddle, shape, tree } from './pieces.ts'

const lane = (look: Look) =>
  [
    box(-60, -60, 920, 260, 'url(#sky)'),
    box(-60, 180, 920, 520, '#d9d2bd'),
    tree(120, 190, look.leaf, 0.7),
    tree(250, 182, look.leaf, 0.5),
    tree(690, 190, look.leaf, 0.75),
    box(-60, 176, 920, 40, look.leaf, 0, 'opacity=".75"'),
    shape('M-60 700 L330 206 H470 L860 700 Z', '#8f8e8b'),
    shape('M-60 700 L330 206 H322 L-160 700 Z', '#d8cdbb'),
    shape('M860 700 L470 206 H478 L960 700 Z', '#d8cdbb'),
    shape('M-160 700 L322 206 H-60 V700 Z', look.leaf, 'opacity=".55"'),
    shape('M960 700 L478 206 H860 V700 Z', look.leaf, 'opacity=".55"'),
    ...[
      [226, 16, 5],
      [264, 26, 7],
      [320, 44, 10],
    ].map(([y = 0, tall = 0, wide = 0]) => box(400 - wide / 2, y, wide, tall, '#f3ead6', 2)),
  ].join('')

/** A hole in the road, full of rain; afterwards a dark even patch. */
export const pothole: Scene = (look, mended) => {
  const hole = [
    shape('M236 470 Q300 420 400 432 Q520 420 560 474 Q600 530 500 556 Q380 580 280 548 Q200 520 236 470 Z', '#6f6b66'),
    shape('M262 480 Q320 440 404 450 Q506 440 536 482 Q560 524 480 540 Q380 556 300 534 Q232 512 262 480 Z', '#4d4946'),
    puddle(400, 500, 112, 26, '#8aa6ad'),
    line('M236 470 L190 448 L160 452', '#6f6b66', 5),
    line('M560 474 L616 450 L640 458 L668 444', '#6f6b66', 5),
    line('M500 556 L540 590', '#6f6b66', 5),
    ...[
      [206, 536],
      [600, 546],
      [330, 596],
    ].map(([x = 0, y = 0]) => oval(x, y, 14, 8, '#6f6b66')),
    at(650, 420, cone(), 0.9),
  ]
  const patch = [
    shape('M206 440 L584 436 L622 566 L168 572 Z', '#5c5b5a'),
    shape('M206 440 L584 436 L588 448 L202 452 Z', '#6d6c6a'),
    ...Array.from({ length: 26 }, (_, i) => disc(226 + ((i * 67) % 350), 462 + ((i * 41) % 96), 2.4, '#7d7c79')),
    box(390, 458, 20, 92, '#f3ead6', 3),
  ]
  return [lane(look), ...(mended ? patch : hole)].join('')
}

/** A well without its cover, a branch stuck in as a warning; afterwards a new cover. */
export const manhole: Scene = (look, mended) => {
  const rim = [
    oval(400, 488, 152, 66, '#77736d'),
    oval(400, 482, 152, 66, '#a19b92'),
    oval(400, 482, 128, 54, mended ? '#5f6668' : '#242322'),
  ]
  const gap = [
    shape('M272 482 A128 54 0 0 1 528 482 Q400 440 272 482 Z', '#3b3937'),
    shape('M556 520 Q640 470 716 512 Q700 556 620 560 Q570 556 556 520 Z', '#6a6f70'),
    line('M590 520 L680 530 M620 500 L650 546', '#4b4f50', 6),
    line('M404 500 L420 330 L396 262 M418 350 L470 286 M412 400 L356 330', '#7d5a3e', 10),
    ...[
      [396, 256],
      [474, 280],
      [352, 324],
      [440, 300],
    ].map(([x = 0, y = 0]) => disc(x, y, 22, look.leaf)),
    box(440, 366, 60, 40, '#c8402f', 3, 'transform="rotate(8 470 386)"'),
  ]
  const cover = [
    oval(400, 478, 118, 48, '#737b7d'),
    ...[-60, -20, 20, 60].map(x =>
      line(`M${400 + x} ${478 - 34 + Math.abs(x) * 0.22} V${478 + 34 - Math.abs(x) * 0.22}`, '#596062', 6),
    ),
    line('M292 478 H508', '#596062', 6),
    oval(400, 478, 22, 10, '#8d9597'),
    line('M300 440 Q400 408 500 440', '#ffffff', 4, 'opacity=".3"'),
  ]
  return [lane(look), ...rim, ...(mended ? cover : gap)].join('')
}

/** A street at night: one lamp dark and crooked; afterwards it shines. */
export const lamp: Scene = (_look, mended) => {
  const night = [
    box(-60, -60, 920, 520, mended ? '#3e4a63' : '#2c3447'),
    box(-60, 240, 200, 200, '#353c50'),
    box(150, 200, 170, 240, '#3a4157'),
    box(560, 220, 150, 220, '#353c50'),
    box(720, 180, 160, 260, '#3a4157'),
    ...[
      [180, 240],
      [240, 240],
      [240, 310],
      [590, 260],
      [750, 220],
      [800, 300],
      [20, 280],
    ].map(([x = 0, y = 0], i) => box(x, y, 34, 40, i % 3 ? '#4a5268' : '#d9b469', 2)),
    box(-60, 430, 920, 250, '#474a55'),
    box(-60, 430, 920, 12, '#5a5d68'),
    disc(668, 74, 30, '#e9e2cb', 'opacity=".85"'),
    disc(656, 66, 27, mended ? '#3e4a63' : '#2c3447'),
  ]
  return [...night, ...(mended ? shining() : broken())].join('')
}

const post = (lean: number) =>
  `<g transform="translate(0 -14) rotate(${lean} 420 560)">${[
    oval(420, 562, 44, 9, '#000000', 'opacity=".3"'),
    box(411, 150, 18, 410, '#8b8f96', 6),
    box(400, 524, 40, 40, '#747880', 5),
    line('M420 156 Q420 110 340 112', '#8b8f96', 13),
    shape('M352 100 H266 Q258 122 286 130 H346 Z', '#6d7178'),
  ].join('')}</g>`

const broken = () => [
  post(7),
  line('M392 160 Q380 236 402 300', '#20242c', 6),
  ...[
    [330, 566],
    [356, 580],
    [300, 584],
  ].map(([x = 0, y = 0]) => shape(`M${x} ${y} l16 -9 l6 14 Z`, '#a9b6bd', 'opacity=".8"')),
]

const shining = () => [
  shape('M268 128 L120 600 H560 L346 128 Z', '#ffdf94', 'opacity=".26"'),
  shape('M280 128 L210 600 H450 L336 128 Z', '#ffe9b5', 'opacity=".26"'),
  oval(336, 580, 240, 44, '#ffe2a0', 'opacity=".35"'),
  post(0),
  oval(308, 130, 42, 13, '#fff3cf'),
  disc(308, 132, 70, '#ffe9b5', 'opacity=".22"'),
]
