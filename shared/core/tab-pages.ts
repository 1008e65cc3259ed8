import { pagesOf } from './address.ts'

const page = pagesOf()

/** The pages of the tab bar, which show something of every room. `village`: of whoever handed on the way in. */
export const tabPages = { home: page<{ village?: string }>('home'), inbox: page('inbox'), mine: page('mine') }
