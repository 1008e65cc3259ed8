const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** A number within a sentence as one says it: 两个, 十天; from eleven on in digits, with a space before: ` 12 个`. */
export const counted = (n: number, unit: string): string => (numerals[n] ? numerals[n] + unit : ` ${n} ${unit}`)

/** 第二次, 第十次, 第 12 次. */
export const ordinal = (n: number, unit: string): string => `第${n === 2 ? `二${unit}` : counted(n, unit)}`

/** Whole weeks and years as such, all else in days: 一周, 十天, 一年 (of at least 365 days). */
export const daysCounted = (days: number): string => {
  if (days % 7 === 0) return counted(days / 7, '周')
  return days >= 365 ? counted(Math.floor(days / 365), '年') : counted(days, '天')
}
