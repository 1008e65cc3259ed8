/** How the history shows who acts without a duty and a name of his own. */
export const actors = { resident: '居民', clock: '系统', partner: '联动单位', staff: '工作人员' } as const

/** Whether a step was made by somebody without a duty there. */
export const isResident = (actor: string): boolean => actor === actors.resident
