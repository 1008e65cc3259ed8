/** What a report may be about. */
export const judgedKinds = ['water', 'safety', 'parking', 'rubbish', 'road', 'noise', 'other'] as const
export type JudgedKind = (typeof judgedKinds)[number]

/** Whose number comes first when life may be in danger. */
export const callable = ['fire', 'medical', 'police', 'gas', 'power'] as const
export type CallFirst = 'none' | (typeof callable)[number]

/** Signs that somebody is not safe from another person, or from himself. */
export const dangerSigns = ['violence', 'minor', 'selfHarm'] as const
export type DangerSign = (typeof dangerSigns)[number]

/** Everything that the words are asked; the model has weights for each. */
export const heads = [...judgedKinds, 'urgent', 'slow', ...callable, 'danger', ...dangerSigns] as const
export type Head = (typeof heads)[number]
