import { personPages } from '@huiyin/shared/people/person-pages.ts'
import type { Room } from '../core/manifest.ts'
import { entryWords as words } from './entry-words.ts'

export const people: Room = {
  rank: 4,
  mine: {
    own: [
      {
        icon: 'pin',
        title: words.place,
        hint: person => person.home?.label ?? words.noPlace,
        page: personPages.place,
      },
      { icon: 'eye', title: words.looks, page: personPages.looks },
    ],
    help: [
      { icon: 'note', title: words.guide, page: personPages.guide },
      { icon: 'shield', title: words.privacy, page: personPages.privacy },
    ],
  },
}
