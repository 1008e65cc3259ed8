import { createRandom } from './random.ts'

/** `{a|b{c|d}|}` stands for one of its branches, which may hold such choices again. */
type Choice = { branches: (string | Choice)[][] }

const parse = (text: string, from = 0, inside = false): { choice: Choice; to: number } => {
  const branches: Choice['branches'] = [[]]
  let at = from
  while (at < text.length) {
    const sign = text[at] as string
    if (inside && sign === '}') break
    if (inside && sign === '|') branches.push([])
    else if (sign === '{') {
      const { choice, to } = parse(text, at + 1, true)
      branches.at(-1)?.push(choice)
      at = to
    } else branches.at(-1)?.push(sign)
    at += 1
  }
  return { choice: { branches }, to: at }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const countOf = ({ branches }: Choice): number =>
  sum(branches.map(parts => parts.reduce((all, it) => all * (typeof it === 'string' ? 1 : countOf(it)), 1)))

const draw = ({ branches }: Choice, random: () => number): string =>
  (branches[Math.floor(random() * branches.length)] ?? [])
    .map(it => (typeof it === 'string' ? it : draw(it, random)))
    .join('')

/** Of each pattern so many sentences at most, and no more than half of what it can say. */
const mostOfOne = 10

const sentencesOf = (pattern: string, random: () => number): string[] => {
  const { choice } = parse(pattern)
  const most = Math.max(1, Math.min(mostOfOne, Math.floor(countOf(choice) / 2)))
  const drawn = new Set<string>()
  for (let tries = 0; tries < most * 3 && drawn.size < most; tries++) drawn.add(draw(choice, random))
  return [...drawn]
}

/** Sentences from a file of patterns; a line `# kind urgency call person` labels those below it. Every time the same. */
export const patternsIn = (file: string): { words: string; labels: string[] }[] => {
  const random = createRandom(1)
  let labels: string[] = []
  return file.split('\n').flatMap(line => {
    if (line.startsWith('# ')) labels = line.slice(2).split(' ')
    if (line === '' || line.startsWith('# ')) return []
    const under = labels
    return sentencesOf(line, random).map(words => ({ words, labels: under }))
  })
}
