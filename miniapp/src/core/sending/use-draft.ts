import { useDidHide, useUnload } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { platform } from '../device/platform.ts'
import { changesOf, useChanges } from '../follow.ts'
import type { Draft } from './drafts.ts'
import { drafts } from './wire.ts'

type Kinds<F> = {
  /** Such a draft is begun anew. */
  isUntouched?: (form: F) => boolean
  /** Such a draft never lies on the phone: it ends with the page. */
  isSecret?: (form: F) => boolean
}
const never = () => false

/**
 * The unfinished draft of this kind, kept on every change. Undefined until the phone has made its id.
 * `restored`: it comes from an earlier visit.
 */
export const useDraft = <F>(kind: string, blank: F, { isUntouched = never, isSecret = never }: Kinds<F> = {}) => {
  const [draft, setDraft] = useState<Draft<F>>()
  const [restored, setRestored] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `blank` is a literal of the page
  const begin = useCallback(async () => {
    const id = await platform.newId()
    const opened = drafts.open(kind, id, blank)
    const keep = opened.id !== id && !isUntouched(opened.form)
    if (opened.id !== id && !keep) drafts.erase(opened.id)
    setRestored(keep)
    setDraft(keep ? opened : { id, kind, form: blank, state: 'writing', savedAt: platform.now() })
  }, [kind])
  useEffect(() => void begin(), [begin])
  useDidHide(drafts.flush)
  useUnload(drafts.flush)

  // Two changes of one tap build on each other, before anything is drawn.
  const latest = useRef(draft)
  latest.current = draft
  const change = (part: Partial<F>) => {
    const known = latest.current
    if (!known) return
    const form = { ...known.form, ...part }
    latest.current = { ...known, form, state: 'writing', problem: undefined }
    setDraft(latest.current)
    if (isSecret(form)) drafts.erase(known.id)
    else drafts.write(kind, known.id, form)
  }

  const drop = () => {
    if (draft) drafts.erase(draft.id)
    return begin()
  }

  return { draft, restored, change, drop }
}

const changes = changesOf(drafts.subscribe)

/** Whether the phone had no room for what she writes. */
export const useMayBeLost = () => {
  useChanges(changes)
  return drafts.mayBeLost()
}

/** Follows one stored draft, e.g. while it is on its way. */
export const useStoredDraft = <F>(id: string) => {
  const change = useChanges(changes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is another after each change
  return useMemo(() => drafts.get(id) as Draft<F> | undefined, [id, change])
}

/** Everything unfinished or on its way, oldest first. */
export const useDrafts = () => {
  const change = useChanges(changes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is another after each change
  return useMemo(drafts.list, [change])
}
