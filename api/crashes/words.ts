export const crashWords = {
  none: '最近没有手机出错',
  one: (it: {
    count: number
    kind: string
    page: string
    platform: string
    version: string
    first: string
    last: string
    frames: readonly string[]
  }) =>
    [
      `${it.last}  ${it.count} 次  ${it.kind}  ${it.page || '—'}  ${it.platform} ${it.version}  第一次 ${it.first}`,
      ...it.frames.map(frame => `    ${frame}`),
    ].join('\n'),
}
