import { Button } from '../components/button.tsx'
import { say } from '../toast.ts'
import { abilities } from './abilities.ts'
import type { Shared, ShareProps } from './share-shape.ts'
import { shareWords as words } from './share-words.ts'

/** A browser has its own menu for the page as a whole. */
export const useSharing = (_whole: Shared) => {}

/** There only where it works: the phone's own way to hand on, else a copy of the link. */
export const ShareButton = ({ words: said, label, shared: { title, url } }: ShareProps) => {
  const link = `${window.location.origin}${window.location.pathname}#${url}`
  // Neither is there without a safe address.
  const share = navigator.share as Navigator['share'] | undefined
  if (!share && !(navigator.clipboard as Clipboard | undefined)) return null
  const hand = async () => {
    // She may close the window: then nothing more happens.
    if (share) return share.call(navigator, { title, url: link }).catch(() => undefined)
    say((await abilities.copy(link)) ? words.copied : words.notCopied)
  }
  return <Button words={said} icon="send" kind="quiet" label={label} onTap={hand} />
}
