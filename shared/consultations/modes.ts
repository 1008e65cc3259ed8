/** Where one meets: at the village's legal room or 议事厅, on the telephone, or by video. */
export const modes = ['onsite', 'phone', 'video'] as const
export type Mode = (typeof modes)[number]
export const modeNames: Record<Mode, string> = { onsite: '当面', phone: '电话', video: '视频' }
