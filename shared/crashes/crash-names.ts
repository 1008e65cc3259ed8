/** The names that errors have by themselves; any other could be somebody's words. */
export const crashKinds = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'URIError',
  'EvalError',
  'AggregateError',
] as const

/** A line of the stack: function, file, line and column, as `open@home/index.js:1:2345`. */
export const crashFrame = /^[\w$.<>]{0,40}@[\w./-]{1,80}\.js:\d{1,7}:\d{1,7}$/
