import type { Look } from './look.ts'

/** Small drawn things that several pictures share. Places are in the picture's 800 × 600. */
export const box = (x: number, y: number, width: number, height: number, fill: string, round = 0, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}" ${more}/>`
export const disc = (x: number, y: number, radius: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`
export const oval = (x: number, y: number, across: number, down: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}" ${more}/>`
export const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (d: string, stroke: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const at = (x: number, y: number, content: string, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${content}</g>`

/** A landing as most old houses have it: light above, painted to breast height, a tiled floor. */
export const stairwell = (look: Look) =>
  [
    box(-60, -60, 920, 520, look.wall),
    box(-60, 250, 920, 200, look.dado),
    box(-60, 244, 920, 8, '#ffffff', 0, 'opacity=".35"'),
    box(-60, 440, 920, 14, '#8c8173', 0, 'opacity=".5"'),
    box(-60, 452, 920, 220, look.floor),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map(i =>
      line(`M${400 + (i - 4) * 90} 452 L${400 + (i - 4) * 230} 680`, '#ffffff', 2, 'opacity=".28"'),
    ),
    ...[486, 536, 610].map(y => line(`M-60 ${y} H860`, '#ffffff', 2, 'opacity=".28"')),
  ].join('')

/** Stairs that rise to the right, with a handrail. */
export const stairs = (x: number) => {
  const steps = Array.from({ length: 8 }, (_, i) =>
    [
      box(x + i * 46, 452 - (i + 1) * 34, 400, 34, i % 2 ? '#b5ab9c' : '#bcb2a3'),
      box(x + i * 46, 452 - (i + 1) * 34, 400, 6, '#d8cfc1'),
    ].join(''),
  ).join('')
  const rail = line(`M${x - 6} 318 L${x + 372} 40`, '#8b4b34', 13)
  const bars = Array.from({ length: 8 }, (_, i) =>
    line(`M${x + 12 + i * 46} ${306 - i * 34} V${424 - i * 34}`, '#5d6a6b', 5),
  ).join('')
  return steps + bars + rail
}

/** Street with a low house row, a kerb and the road. */
export const street = (look: Look) =>
  [
    box(-60, -60, 920, 400, 'url(#sky)'),
    houses(look),
    tree(96, 300, look.leaf, 1),
    tree(716, 304, look.leaf, 0.8),
    box(-60, 318, 920, 44, '#d8cdbb'),
    ...Array.from({ length: 16 }, (_, i) => line(`M${-50 + i * 60} 320 L${-70 + i * 62} 360`, '#b9ac98', 2)),
    box(-60, 360, 920, 16, '#a79d8f'),
    box(-60, 374, 920, 320, look.ground),
  ].join('')

const houses = (look: Look) =>
  [
    house(-40, 150, 250, look.brick),
    house(206, 110, 280, '#e9dcc6'),
    house(482, 160, 220, look.brick),
    house(698, 126, 180, '#e3d3ba'),
  ].join('')

const house = (x: number, y: number, width: number, fill: string) => {
  const panes = Array.from({ length: Math.floor(width / 78) }, (_, i) =>
    [
      box(x + 24 + i * 76, y + 40, 40, 48, '#8fa7ac', 3),
      box(x + 24 + i * 76, y + 40, 40, 6, '#ffffff', 3, 'opacity=".5"'),
    ].join(''),
  ).join('')
  const roof = shape(
    `M${x - 10} ${y + 6} L${x + 20} ${y - 34} H${x + width - 20} L${x + width + 10} ${y + 6} Z`,
    '#8a6a58',
  )
  return box(x, y, width, 330 - y, fill) + roof + panes
}

export const tree = (x: number, y: number, leaf: string, size: number) =>
  at(
    x,
    y,
    [
      box(-9, -90, 18, 110, '#8a6b52', 6),
      disc(-34, -104, 44, leaf),
      disc(34, -110, 48, leaf),
      disc(0, -144, 54, leaf),
      disc(-14, -156, 26, '#ffffff', 'opacity=".12"'),
      oval(0, 22, 50, 8, '#000000', 'opacity=".12"'),
    ].join(''),
    size,
  )

/** An electric scooter seen from the side, about 190 wide, wheels on y = 0. */
export const scooter = (cloth: string) =>
  [
    oval(0, 2, 104, 9, '#000000', 'opacity=".18"'),
    ...[-66, 66].map(x => disc(x, -28, 28, '#3b3a3a') + disc(x, -28, 15, '#b9b6b0') + disc(x, -28, 5, '#4a4948')),
    shape('M-92 -52 Q-60 -78 -30 -52 L-22 -36 H34 L46 -104 H62 L74 -46 Q60 -26 30 -26 H-40 Q-80 -26 -92 -52 Z', cloth),
    shape('M-88 -86 H-20 Q-10 -74 -22 -70 H-80 Q-92 -74 -88 -86 Z', '#41403f'),
    line('M54 -104 L46 -146 M24 -150 L60 -142', '#4a4948', 7),
    disc(60, -112, 9, '#f7edc6'),
    box(30, -122, 26, 20, '#e8e2d6', 4, 'opacity=".9"'),
  ].join('')

/** A tied bag of rubbish, about 90 wide, standing on y = 0. */
export const bag = (fill: string) =>
  [
    oval(0, 0, 52, 8, '#000000', 'opacity=".16"'),
    shape('M-46 0 Q-58 -46 -14 -66 L-20 -84 Q0 -76 18 -86 L14 -66 Q58 -48 46 0 Z', fill),
    shape('M-30 -8 Q-40 -40 -10 -58 Q-24 -30 -18 -8 Z', '#ffffff', 'opacity=".18"'),
    line('M-16 -66 Q0 -60 15 -66', '#2d2c2b', 4, 'opacity=".5"'),
  ].join('')

/** A wheeled bin, 90 wide and 150 high, standing on y = 0. */
export const bin = (fill: string) =>
  [
    oval(0, 2, 58, 8, '#000000', 'opacity=".16"'),
    shape('M-46 -118 H46 L38 0 H-38 Z', fill),
    shape('M-54 -134 Q0 -150 54 -134 V-116 H-54 Z', fill),
    box(-54, -120, 108, 6, '#000000', 3, 'opacity=".18"'),
    disc(0, -66, 18, '#ffffff', 'opacity=".8"'),
    shape('M0 -78 L9 -62 H-9 Z', fill),
    disc(-28, -3, 9, '#3b3a3a') + disc(28, -3, 9, '#3b3a3a'),
  ].join('')

export const cone = () =>
  [
    oval(0, 2, 44, 8, '#000000', 'opacity=".18"'),
    box(-36, -10, 72, 12, '#c8502f', 3),
    shape('M-26 -10 L-7 -96 H7 L26 -10 Z', '#e2683e'),
    shape('M-18 -46 L-13 -68 H13 L18 -46 Z', '#fbf3e6'),
  ].join('')

/** Still water on the ground. */
export const puddle = (x: number, y: number, width: number, height: number, fill = '#8fb3bd') =>
  [
    oval(x, y, width, height, fill, 'opacity=".85"'),
    oval(x + width * 0.35, y + height * 0.3, width * 0.7, height * 0.8, fill, 'opacity=".85"'),
    oval(x - width * 0.2, y - height * 0.25, width * 0.42, height * 0.22, '#ffffff', 'opacity=".45"'),
  ].join('')

/** A leaf-potted plant that the caretaker puts where the mess was. */
export const pot = () =>
  [
    oval(0, 2, 36, 6, '#000000', 'opacity=".15"'),
    ...[-34, -14, 10, 32].map((x, i) =>
      shape(`M0 -46 Q${x} ${-70 - i * 4} ${x * 1.3} ${-112 + Math.abs(x)} Q${x * 0.2} -80 0 -46 Z`, '#6f9a6b'),
    ),
    shape('M-30 -48 H30 L22 0 H-22 Z', '#c47f55'),
    box(-34, -54, 68, 12, '#d29167', 4),
  ].join('')

/** A full sack of rubble or odds and ends, standing on y = 0. */
export const sack = () =>
  [
    oval(0, 0, 76, 10, '#000000', 'opacity=".15"'),
    shape('M-70 0 Q-84 -76 -36 -104 H36 Q84 -76 70 0 Z', '#7f8f8a'),
    line('M-34 -104 H34', '#4f5a57', 8),
  ].join('')
