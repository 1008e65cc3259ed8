import { phraseLimits } from '@huiyin/shared/reports/phrase-limits.ts'
import { useState } from 'react'
import { keepPhrases, keptPhrases } from '@/core/sending/wire.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.phrases

/** Why a sentence is not kept; undefined: it can be. */
export const whyNotKept = (phrase: string, own: readonly string[]): string | undefined => {
  if (own.length >= phraseLimits.own) return words.full
  if (phrase.length > phraseLimits.characters) return words.long
  return new RegExp(`\\d{${phraseLimits.digits}}`).test(phrase) ? words.number : undefined
}

/**
 * His own usual sentences. On the phone alone, and gone when he signs out: what a worker writes about people is kept in no further
 * place for a convenience that takes seconds to make anew.
 */
export const useOwnPhrases = () => {
  const [own, setOwn] = useState(keptPhrases)
  const put = (next: string[]) => {
    keepPhrases(next)
    setOwn(next)
  }
  return {
    own,
    add: (phrase: string) => put([...own, phrase]),
    remove: (phrase: string) => put(own.filter(it => it !== phrase)),
  }
}
