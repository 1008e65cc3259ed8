import fc from 'fast-check'

/** Ids of what is in the town, and of its people: filled before anything is tried. */
export const known = { ids: [] as string[], people: [] as string[] }

const someOf = (pick: () => readonly string[]) => fc.nat().map(n => pick()[n % pick().length] as string)

export const ids = fc.oneof(
  { weight: 5, arbitrary: someOf(() => known.ids) },
  fc.uuid(),
  fc.uuid().map(id => id.toUpperCase()),
)
export const persons = someOf(() => known.people)
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.constantFrom('灯不亮', '漏水', 'x'.repeat(600)),
)
export const places = fc.constantFrom(
  ...['t001v1g1b1', 't001v1g1', 't001v1', 't001', 't002v1g1b1', 't001v2g1', 'd001', 'nowhere'],
)
/** Whatever nobody means. */
export const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, '', ' ', '\u0000', '\ud800', '%', "'", '__proto__', [], {}, [[]], {
    a: 1,
  }),
  fc.jsonValue({ maxDepth: 2 }),
)
