/** What a card of a report needs; apart from the other words because the home page carries them. */
export const cardWords = {
  number: (number: string) => `编号 ${number}`,
  urgent: '紧急',
  supervised: '催着快办',
  level: (name: string) => `由${name}负责`,
} as const

export const dueWords = { accept: '接手', resolve: '办好', confirm: '确认' } as const
