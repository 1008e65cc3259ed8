/**
 * Draws what the project draws itself: src/core/style/icons.css (masks, so that icons take the colour of their text) and the
 * tab bar's PNG files, and src/core/style/drawings.css (tidy.css: what only staff pages show). Run after a change: npm run icons -w miniapp
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** Strokes of 1.8 on a 24 × 24 field. */
const icons: Record<string, string> = {
  camera: 'M4 8.5h3.2L9 6h6l1.8 2.5H20v10.5H4z M12 16.6a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4',
  phone: 'M6.5 4h3l1.4 4-2 1.6a11 11 0 0 0 5.5 5.5l1.6-2 4 1.4v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4.5 6.2A2 2 0 0 1 6.5 4',
  letters: 'M3 19l5-13 5 13 M4.9 14.5h6.2 M15 19l3-8 3 8 M16 16.3h4',
  pin: 'M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21 M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  mic: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3 M6 11.5a6 6 0 0 0 12 0 M12 17.5V21 M9 21h6',
  stop: 'M7 7h10v10H7z',
  check: 'M5 12.5l4.6 4.5L19.5 7',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17 M12 7.5V12l3.2 2',
  alert: 'M12 4L2.8 19.5h18.4z M12 10v4.2 M12 16.8v.2',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  close: 'M6 6l12 12 M18 6L6 18',
  plus: 'M12 5v14 M5 12h14',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4 M19.5 3.5v4h-4',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11 M3 19.5c.4-3.7 2.8-5.5 6-5.5s5.6 1.8 6 5.5 M16 4.9a3.1 3.1 0 0 1 0 5.9 M17.5 14.3c2 .8 3.2 2.5 3.5 5.2',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8 M4.5 20.5c.6-4.2 3.5-6 7.5-6s6.9 1.8 7.5 6',
  balance: 'M12 4v16 M8 20h8 M5 7h14 M5 7l-2.8 6.5h5.6z M19 7l-2.8 6.5h5.6z',
  shield: 'M12 3.5l7.5 2.7v5.3c0 4.5-3 7.7-7.5 9-4.5-1.3-7.5-4.5-7.5-9V6.2z M8.7 12l2.4 2.4 4.3-4.5',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12 M12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6',
  undo: 'M8.5 5L4.5 9l4 4 M4.5 9H14a5.5 5.5 0 0 1 0 11H9',
  send: 'M4 12L20.5 4.5 15 20l-3.5-6.5z M11.5 13.5l9-9',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z M10 20.5h4',
  tool: 'M14.5 9.5L5 19 M17.8 3.7a4.3 4.3 0 0 0-4.5 6l1 1a4.3 4.3 0 0 0 6-4.5L17.7 8.8 15.2 6.3z',
  van: 'M2.5 6.5h11v10h-11z M13.5 10h4.3l3.7 3.5v3h-8 M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4 M17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  pass: 'M4 8.5h13.5 M14 5l3.5 3.5L14 12 M20 15.5H6.5 M10 12l-3.5 3.5L10 19',
  note: 'M5 4h14v16H5z M8.5 9h7 M8.5 13h7 M8.5 17h4',
  photo: 'M4 5h16v14H4z M4 16l4.5-4.5 4 4L15.5 12l4.5 4.5 M15.8 9.3v.2',
  good: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17 M9 9.5v.3 M15 9.5v.3 M8 13.5c1.8 3.6 6.2 3.6 8 0',
  fair: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17 M9 9.5v.3 M15 9.5v.3 M8.5 15h7',
  poor: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17 M9 9.5v.3 M15 9.5v.3 M8 16.2c1.8-3.4 6.2-3.4 8 0',
  home: 'M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z',
  inbox: 'M4 5.5h16v11H13l-4.5 4v-4H4z M8 9.5h8 M8 12.7h5',
  desk: 'M4 4.5h16v15H4z M4 9.5h16 M9.5 9.5v10',
  leave: 'M13 4.5H5v15h8 M10 12h10.5 M17 8.5l3.5 3.5-3.5 3.5',
  pencil: 'M4.5 19.5l1-4.2L16.3 4.5l3.2 3.2L8.7 18.5z M14 6.8l3.2 3.2',
  trash: 'M4.5 7h15 M9.5 7V4.5h5V7 M6.5 7l1 13h9l1-13 M10.2 10.5v6 M13.8 10.5v6',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7',
  up: 'M12 19.5V5 M6 11l6-6 6 6',
}

const svg = (path: string, colour: string, width = 1.8) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='${colour}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`

const asUri = (text: string) =>
  `data:image/svg+xml,${text.replace(/[<>#%"]/g, it => `%${it.charCodeAt(0).toString(16)}`)}`

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** All icons side by side in one picture: the wrapper is paid for once. */
const names = Object.keys(icons)
const strip = names.map((name, index) => `<path d='${icons[name]}' transform='translate(${index * 24})'/>`).join('')
const sprite = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${names.length * 24} 24' fill='none' stroke='#000' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'>${strip}</svg>`
const rules = names.map((name, index) => `.i-${name} { --n: ${index}; }`)
const head = `/* Made by scripts/draw-icons.mts. */
.icon {
  --i: url("${asUri(sprite)}");
  display: inline-block;
  flex: none;
  width: 1.25em;
  height: 1.25em;
  background: currentColor;
  -webkit-mask: var(--i) calc(var(--n) * -1.25em) 0 / ${names.length * 1.25}em 1.25em no-repeat;
  mask: var(--i) calc(var(--n) * -1.25em) 0 / ${names.length * 1.25}em 1.25em no-repeat;
}
`
writeFileSync(here('../src/core/style/icons.css'), `${head}${rules.join('\n')}\n`)

/** Pictures of the empty states, 200 × 130; middle tones that stand on light and on dark ground. */
const line = "fill='none' stroke='#4f8f7e' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'"
const wash = "fill='#4f8f7e' fill-opacity='.16'"
const warm = "fill='none' stroke='#c2954a' stroke-width='2.2'"
const rings = (x: number, y: number, radii: number[]) =>
  `<g ${warm}>${radii.map(r => `<circle cx='${x}' cy='${y}' r='${r}'/>`).join('')}</g>`
const paths = (style: string, ...shapes: string[]) => `<path d='${shapes.join('')}' ${style}/>`

const drawings: Record<string, string> = {
  quiet: [
    rings(152, 34, [7, 16, 26]),
    paths(wash, 'M28 112V74l27-22 27 22v38z', 'M96 112V64h46v48z'),
    paths(
      line,
      'M8 112h184',
      'M28 112V74 M82 112V74',
      'M20 80l35-29 35 29',
      'M48 112V92h14v20',
      'M96 112V64h46v48',
      'M88 64c8-1 12-5 14-10h34c2 5 6 9 14 10z',
      'M106 76h9v10h-9z M123 76h9v10h-9z',
      'M112 112V96h14v16',
      'M170 112V92',
      'M170 94a13 13 0 1 1 0-26 13 13 0 0 1 0 26',
    ),
  ].join(''),
  letter: [
    rings(142, 44, [9, 20, 32]),
    paths(wash, 'M52 50h84v56H52z'),
    paths(line, 'M52 50h84v56H52z', 'M52 52l42 32 42-32', 'M52 106l30-30 M136 106l-30-30', 'M30 118h140'),
  ].join(''),
  tidy: [
    rings(126, 32, [6, 14, 23]),
    paths(wash, 'M34 58h46v48H34z', 'M102 66h48c0 26-8 40-24 40s-24-14-24-40z'),
    paths(
      line,
      'M12 108h176',
      'M34 106V58h46v48',
      'M45 80l8 8 15-17',
      'M102 66h48c0 26-8 40-24 40s-24-14-24-40z',
      'M149 72c14-2 15 20-5 19',
    ),
  ].join(''),
  cut: [
    rings(100, 66, [6, 15]),
    paths(wash, 'M30 112V36h8v76z', 'M162 112V36h8v76z'),
    paths(
      line,
      'M10 112h180',
      'M34 112V30 M166 112V30',
      'M22 40h24 M154 40h24',
      'M46 40c14 14 26 20 36 22',
      'M154 40c-14 14-26 20-36 22',
      'M88 50l-6-8 M112 50l6-8',
    ),
  ].join(''),
  door: [
    rings(100, 66, [8, 18, 28]),
    paths(wash, 'M20 112V26h160v86h-52a42 42 0 1 0-56 0z'),
    paths(
      line,
      'M8 112h184',
      'M20 112V26 M180 112V26',
      'M12 26h176',
      'M18 18h164',
      'M72 112a44 44 0 1 1 56 0',
      'M84 112l8-16h16l8 16',
    ),
  ].join(''),
}

const picture = (inside: string) => `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 130'>${inside}</svg>`
const { tidy, ...everywhere } = drawings
const drawn = (those: Record<string, string>) =>
  Object.entries(those)
    .map(([name, inside]) => `.d-${name} { background-image: url("${asUri(picture(inside))}"); }\n`)
    .join('')
const made = '/* Made by scripts/draw-icons.mts. */\n'
const drawingHead = `.drawing {
  width: 200px;
  height: 130px;
  background: center / contain no-repeat;
}
`
writeFileSync(here('../src/core/style/drawings.css'), made + drawingHead + drawn(everywhere))
writeFileSync(here('../src/core/style/tidy.css'), made + drawn({ tidy }))

/** What stands on a card that is handed on and has no picture of its own, 5:4: the echo. */
const echo = [34, 80, 126, 172].map((r, n) => `<circle cx='250' cy='200' r='${r}' opacity='${1 - n / 4}'/>`).join('')
const card = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 500 400' width='400' height='320'><path d='M0 0h500v400H0z' fill='#f6f1e6'/><circle cx='250' cy='200' r='34' fill='#1c5a4d'/><g fill='none' stroke='#1c5a4d' stroke-width='10'>${echo}</g></svg>`
const cardPng = await sharp(Buffer.from(card)).png({ palette: true, colours: 4, effort: 10, dither: 0 }).toBuffer()
writeFileSync(here('../src/assets/share.png'), cardPng)

const tabs = ['home', 'inbox', 'person']
const colours = { plain: '#56625c', chosen: '#1c5a4d', 'plain-dark': '#aab4ab', 'chosen-dark': '#8fccb5' }
mkdirSync(here('../src/assets/tab'), { recursive: true })
for (const tab of tabs) {
  for (const [name, colour] of Object.entries(colours)) {
    const drawing = svg(icons[tab] as string, colour, name.startsWith('chosen') ? 2.2 : 1.8)
    const png = await sharp(Buffer.from(drawing), { density: 400 })
      .resize(81, 81)
      .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9 })
      .toBuffer()
    writeFileSync(here(`../src/assets/tab/${tab}-${name}.png`), png)
  }
}
