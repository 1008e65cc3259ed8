import { Empty } from '@/core/components/empty.tsx'
import { goHome } from '@/core/go-to.ts'
import { staffWords as words } from '../staff-words.ts'

/** For whoever came here without a post that answers questions. */
export const NotYours = () => (
  <Empty
    drawing="door"
    title={words.notYours}
    hint={words.notYoursHint}
    action={{ words: words.home, onTap: goHome }}
  />
)
