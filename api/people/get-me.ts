import type { Person } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'
import { personOf } from './person-view.ts'

export const getMe = (ctx: Ctx): Promise<Person> => personOf(ctx)
