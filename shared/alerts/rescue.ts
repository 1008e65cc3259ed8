import * as z from 'zod/mini'

/** Who comes when life may be in danger. */
export const rescuers = ['fire', 'medical', 'police', 'gas', 'power'] as const
export type Rescuer = (typeof rescuers)[number]

/** The number of one of them where she is. */
export const RescuePhone = z.object({ rescuer: z.enum(rescuers), title: z.string(), phone: z.string() })
export type RescuePhone = z.infer<typeof RescuePhone>
