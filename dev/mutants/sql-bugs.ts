/**
 * One small bug at a time in a text of SQL, as a hurried colleague would leave it: a condition that is forgotten, a boundary that is
 * off by one, an order upside down. Answers the texts with one each. Holes of a template stand in the text as `⟦0⟧`.
 */
export const sqlBugs = (text: string): string[] => {
  const tokens = tokensOf(text)
  const bugs = [...tokens.flatMap((_, at) => [...forgotten(tokens, at), ...swapped(tokens, at), ...turned(tokens, at)])]
  const whole = operandFrom(tokens, 0)
  if (whole && isJoined(whole.next)) bugs.push({ from: 0, to: whole.end, is: wordFor('', whole.next) })
  return [...new Set(bugs.map(({ from, to, is }) => text.slice(0, from) + is + text.slice(to)))].filter(
    it => it !== text,
  )
}

type Token = { word: string; from: number; to: number }
/** From here to there in the text stands this instead. */
type Bug = { from: number; to: number; is: string }

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/⟦\d+⟧|'[^']*'|"[^"]*"|[A-Za-z_][\w.]*|[-<>=~!@#%&|*/+?:]+|\S/g)].map(it => ({
    word: it[0].toLowerCase(),
    from: it.index,
    to: it.index + it[0].length,
  }))

const opens = new Set(['(', 'case'])
const closes = new Set([')', 'end'])
const ends = new Set(
  [
    'and',
    'or',
    'where',
    'order',
    'group',
    'limit',
    'returning',
    'on',
    'then',
    'else',
    'for',
    'union',
    'having',
    ',',
  ].concat(['join', 'left', 'cross', 'inner', 'from', 'set', 'when']),
)
const isJoined = (word: string) => word === 'and' || word === 'or'

type Operand = { start: number; end: number; next: string }

/** A condition that begins with this token: where it ends, and the word behind it. */
const operandFrom = (tokens: readonly Token[], first: number): Operand | undefined => {
  let depth = 0
  let between = false
  let at = first
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? ''
    if (
      depth === 0 &&
      (closes.has(word) || (ends.has(word) && !(word === 'and' && between) && !isFromOfDistinct(tokens, at)))
    )
      break
    if (depth === 0 && (word === 'between' || word === 'and')) between = word === 'between'
    if (opens.has(word)) depth++
    if (closes.has(word)) depth--
  }
  const [start, last] = [tokens[first], tokens[at - 1]]
  return at > first && start && last ? { start: start.from, end: last.to, next: tokens[at]?.word ?? '' } : undefined
}

const isFromOfDistinct = (tokens: readonly Token[], at: number) =>
  tokens[at]?.word === 'from' && tokens[at - 1]?.word === 'distinct'

/** Forgotten among alternatives it is false, else true. */
const wordFor = (before: string, next: string) =>
  before !== 'and' && next !== 'and' && (before === 'or' || next === 'or') ? 'false' : 'true'

const begins = new Set(['where', 'and', 'or', 'having', 'when', 'on', '('])

const forgotten = (tokens: readonly Token[], at: number): Bug[] => {
  const word = tokens[at]?.word ?? ''
  if (!begins.has(word) || tokens[at + 1]?.word === 'conflict' || isBetween(tokens, at)) return []
  const operand = operandFrom(tokens, at + 1)
  if (!operand || (word === '(' && !isJoined(operand.next))) return []
  return [{ from: operand.start, to: operand.end, is: wordFor(word, operand.next) }]
}

/** The `and` of a range is no second condition. */
const isBetween = (tokens: readonly Token[], at: number): boolean => {
  let depth = 0
  for (let i = at - 1; i >= 0 && depth >= 0; i--) {
    const word = tokens[i]?.word ?? ''
    if (depth === 0 && (word === 'between' || ends.has(word))) return word === 'between'
    if (closes.has(word)) depth++
    if (opens.has(word)) depth--
  }
  return false
}

const swaps: Record<string, string> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ min: 'max', max: 'min', least: 'greatest', greatest: 'least' },
}

const swapped = (tokens: readonly Token[], at: number): Bug[] => {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token) return []
  const { word, from, to } = token
  if (word === 'left' && next?.word === 'join') return [{ from, to: next.to, is: 'join' }]
  const isDistinct = word === 'distinct' && next?.word !== 'from' && next?.word !== 'on'
  const is = isDistinct ? '' : swaps[word]
  return is === undefined || (/^[a-z]/.test(is) && next?.word !== '(') ? [] : [{ from, to, is }]
}

/** Each column of an order, the other way round. */
const turned = (tokens: readonly Token[], at: number): Bug[] => {
  if (tokens[at]?.word !== 'by' || tokens[at - 1]?.word !== 'order') return []
  const bugs: Bug[] = []
  let depth = 0
  let first = at + 1
  for (let i = first; i <= tokens.length; i++) {
    const word = tokens[i]?.word ?? ''
    if (opens.has(word)) depth++
    const isEnd =
      depth === 0 && (word === '' || closes.has(word) || ends.has(word) || (i > first && word.startsWith('⟦')))
    if (closes.has(word)) depth--
    if (!isEnd) continue
    bugs.push(...turnedColumn(tokens.slice(first, i)))
    if (word !== ',') break
    first = i + 1
  }
  return bugs
}

const turnedColumn = (column: readonly Token[]): Bug[] => {
  const way = column.find(it => it.word === 'desc' || it.word === 'asc')
  if (way) return [{ from: way.from, to: way.to, is: way.word === 'desc' ? 'asc' : 'desc' }]
  const nulls = column.findIndex(it => it.word === 'nulls')
  const last = column.at(nulls < 0 ? -1 : nulls - 1)
  return last ? [{ from: last.to, to: last.to, is: ' desc' }] : []
}
