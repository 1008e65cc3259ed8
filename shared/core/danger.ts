/** Signs that somebody is not safe now. Better once too often: the page only shows telephone numbers first. */
const signs = {
  violence:
    /家暴|打(?:了|得|过|骂)?我|[挨被][^。！？]{0,6}打|动手|锁在|打人|殴打|掐我|砍|拿刀|动刀|威胁.{0,6}(?:杀|死|命)|要杀|弄死|囚禁|关起来|不让.{0,4}出门|强奸|性侵|猥亵|跟踪我/,
  minor:
    /(?:孩子|小孩|儿子|女儿|娃|学生|幼儿|未成年)[^。！？]{0,12}(?:被打|挨打|打得|虐待|猥亵|性侵|欺负|关在)|(?:虐待|猥亵|性侵|打)[^。！？]{0,6}(?:孩子|小孩|娃)/,
  selfHarm: /自杀|自尽|寻短见|不想活|活不下去|轻生|想死|割腕|跳楼|喝农药|跳河|结束生命/,
} as const
export type DangerSign = keyof typeof signs

/** Which signs of danger these words hold. */
export const dangerIn = (words: string): DangerSign[] =>
  (Object.keys(signs) as DangerSign[]).filter(sign => signs[sign].test(words.replace(/\s/g, '')))

/** Whom to call, first of all. */
export const dangerPhones = [
  { phone: '110', name: '报警', when: '有人正在伤害您，或马上要出事' },
  { phone: '12338', name: '妇女维权', when: '家里有人打您、逼您' },
  { phone: '12348', name: '法律援助', when: '想知道法律上怎么办，免费' },
] as const
