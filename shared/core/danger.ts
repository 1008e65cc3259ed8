/** Whom to call, first of all. */
export const dangerPhones = [
  { phone: '110', name: '报警', when: '有人正在伤害您，或马上要出事' },
  { phone: '12338', name: '妇女维权', when: '家里有人打您、逼您' },
  { phone: '12348', name: '法律援助', when: '想知道法律上怎么办，免费' },
] as const
