export const voiceWords = { start: '说话', stop: '说完了', listening: '正在听，请说' } as const
