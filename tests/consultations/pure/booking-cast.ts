import { somebody } from '@huiyin/tests/support/life-law.ts'

/** Who stands around a booking. */
export const cast = {
  asker: somebody('asker'),
  adviser: somebody('adviser', ['adviser', '/d/t/v/']),
  counsel: somebody('counsel', ['adviser', '/d/t/v/']),
  // His duty has ended, or is in the next township.
  ended: somebody('ended'),
  moved: somebody('moved', ['adviser', '/d/t2/v/']),
  mate: somebody('mate', ['adviser', '/d/t/v/']),
  justice: somebody('justice', ['justice', '/d/t/']),
  officer: somebody('officer', ['officer', '/d/t/'], ['lead', '/d/t/v/'], ['admin', '/d/t/'], ['worker', '/d/t/v/g/']),
}
