import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { roles } from '../core/policy.ts'
import { Place } from '../grids/area.ts'

export const Role = z.enum(roles)

/** What each duty is called in front of residents. */
export const roleNames: Record<z.infer<typeof Role>, string> = {
  chief: '栋长',
  worker: '网格员',
  lead: '网格长',
  officer: '镇街专员',
  supervisor: '区级督办',
  partner: '联动单位',
  adviser: '法律顾问',
  justice: '司法所',
  admin: '管理员',
}

export const Posting = z.object({
  role: Role,
  title: z.string(),
  areaId: Code,
  areaName: z.string(),
  areaPath: z.string(),
  unitId: z.nullable(z.string()),
})
export type Posting = z.infer<typeof Posting>

/** Oneself, as the phone keeps it. `phone` is masked (138****8000). */
export const Person = z.object({
  id: Id,
  name: z.string(),
  phone: z.nullable(z.string()),
  home: z.nullable(Place),
  posts: z.array(Posting),
})
export type Person = z.infer<typeof Person>

export const Unit = z.object({ id: z.string(), name: z.string(), work: z.string() })
export type Unit = z.infer<typeof Unit>

/** One look at somebody's phone number, or at a question that she asked: who (duty), why, when, in which matter. */
export const Access = z.object({
  what: z.enum(['phone', 'question']),
  by: z.string(),
  reason: z.string(),
  at: At,
  matterId: z.nullable(Id),
})
export type Access = z.infer<typeof Access>

/** 13800138000 → 138****8000, 91234567 → 9****67; at least four digits stay hidden, in whatever form it comes. */
export const maskPhone = (phone: string) => {
  const plain = phone.replace(/(?!^\+)\D/g, '')
  const [first, last] = plain.length >= 11 ? [3, 4] : plain.length >= 7 ? [1, 2] : [0, 0]
  return `${plain.slice(0, first)}****${last ? plain.slice(-last) : ''}`
}
/** 王小明 → 王** */
export const maskName = (name: string) => (name ? `${[...name][0]}**` : '居民')
