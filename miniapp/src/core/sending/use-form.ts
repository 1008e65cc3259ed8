import { useState } from 'react'
import { useDraft } from './use-draft.ts'

/** A draft that she fills in. `wrong`: what it lacked at her last try, forgotten as soon as she changes something. */
export const useForm = <F, W = string>(kind: string, blank: F, kinds?: Parameters<typeof useDraft<F>>[2]) => {
  const { draft, restored, change, drop } = useDraft<F>(kind, blank, kinds)
  const [wrong, setWrong] = useState<W>()
  const put = (part: Partial<F>) => {
    setWrong(undefined)
    change(part)
  }
  return { draft, form: draft?.form ?? blank, restored, wrong, setWrong, put, change, drop }
}
