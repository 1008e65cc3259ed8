import type { What } from '@huiyin/db/matters/erase-queries.ts'
import type { BrokenSeal } from '@huiyin/db/matters/seal-queries.ts'
import { audiences, vias } from '@huiyin/shared/alerts/ladder.ts'
import { rescuers } from '@huiyin/shared/alerts/rescue.ts'
import { roleNames } from '@huiyin/shared/people/person.ts'
import type { Rotated } from './rotate-keys.ts'

/** What the operator's command line says. */
export const usage = `用法：
  npm run cli -- areas import <文件.csv>      导入区域（区县、镇街、村社区、网格、楼栋）
  npm run cli -- units add <编号> <名称> <业务> <镇街编号>
                                              登记联动单位，例如：units add U001 自来水公司 供水 T001
  npm run cli -- firms add <编号> <名称> <镇街编号>
                                              登记律师事务所：同一所的法律顾问一起回避利益冲突
  npm run cli -- people list                  最近来过的 20 个人，用来找 openid
  npm run cli -- people post <openid> <岗位> <区域编号> <对外称呼> <姓名> [单位编号]
                                              任命，例如：people post oAbc… 网格员 T001V1G1 网格员 李秀兰
                                              岗位：${Object.values(roleNames).join('、')}
  npm run cli -- people release <openid> <区域编号>
                                              免去此人在这个区域的全部岗位
  npm run cli -- deadlines list               各类事项的办理时限
  npm run cli -- alerts status                提醒送达情况：积压、失败原因
  npm run cli -- alerts dead                  送不出去、要人工处理的提醒
  npm run cli -- alerts retry <编号|all>      处理好原因以后重新发送
  npm run cli -- clock list                   时钟办不动、先放一边的事项：为什么、下次什么时候再试
  npm run cli -- clock retry [时钟] [编号]    处理好原因以后马上再试；不写就是全部
  npm run cli -- ladder list                  提醒阶梯：先用什么渠道，多久没人应答换下一步
  npm run cli -- ladder set <镇街编号> <对象> <urgent|calm> [渠道[:分钟] …]
                                              换成本镇自己的阶梯；不写渠道就恢复通用的
                                              对象：${audiences.join('、')}
                                              渠道：${vias.join('、')}
  npm run cli -- robots set <区域编号> <机器人 key>
                                              登记企业微信工作群；key 写 - 就取消
  npm run cli -- phones set <镇街编号> [名称 号码 …]
  npm run cli -- phones area <区域编号> <名称> <号码>｜-
                                              登记没人应答时打的值班电话，按先后次序
  npm run cli -- phones rescue <区域编号|*> <${rescuers.join('|')}> <名称> <号码>｜-
                                              登记有生命危险时居民先打的电话；* 是全县
  npm run cli -- people contact <openid> <wecom|service> <账号>
                                              登记此人的企业微信账号或服务号 openid；写 - 就取消
  npm run cli -- crashes list                 手机端程序出错：在哪一页、哪一行、多少次（不含任何人的内容）
  npm run cli -- history verify               核对办理记录和查看记录有没有被改过、删过
  npm run cli -- history erase <编号> <第几步> <姓名|文字> <经手人> <原因>
                                              删除一步里的姓名或文字（不能恢复），记录仍能核对
  npm run cli -- keys rotate                  换了 HUIYIN_SECRET 以后，把加密的内容换成新密钥
  npm run cli -- days set <日期> work|off <名称>
                                              录入一天：上班（调休）或放假，例如：days set 2027-01-01 off 元旦
  npm run cli -- days enter <年份> <文件>      录入整年的安排（每行：日期 休|班 名称），没写的天按平常周历
  npm run cli -- days list <年份>             看这一年的安排有没有、录入了哪些天
  npm run cli -- days remove <日期>           取消录入的这一天

部署好的程序里，把“npm run cli --”换成“node bin/cli.mjs”。`

export const say = {
  noDatabase: '没有设置 DATABASE_URL，不知道该连哪个数据库。',
  noFile: (file: string) => `打不开文件：${file}`,
  imported: (added: number, known: number) => `新增区域 ${added} 个，原来就有 ${known} 个（保持原样）。`,
  notImported: (faults: { line: number; message: string }[]) =>
    [`有 ${faults.length} 处要改，一个区域也没有导入：`, ...faults.map(it => `  第 ${it.line} 行：${it.message}`)].join(
      '\n',
    ),
  unitAdded: (name: string) => `已登记联动单位：${name}。`,
  firmAdded: (name: string) => `已登记律师事务所：${name}。`,
  unitKnown: '这个单位编号已经有了。',
  noTownship: '没有这个镇街编号。',
  noRole: `岗位只能是：${Object.values(roleNames).join('、')}。`,
  posted: (name: string, title: string) => `已任命：${name}，${title}。对方下次打开小程序就生效。`,
  notPosted: {
    'no-person': '没有人用这个 openid 打开过小程序。请对方先打开一次，再用 people list 查。',
    'no-area': '没有这个区域编号。',
    'wrong-level':
      '岗位和区域级别不符：栋长→楼栋，网格员→网格，网格长、法律顾问→村社区，镇街专员、司法所、联动单位、管理员→镇街，区级督办→区县。',
    'no-unit': '联动单位的人要写明单位编号，而且单位要登记在这个镇街；法律顾问写的编号要是本镇登记的律师事务所。',
  },
  released: (count: number) => (count > 0 ? `已免去 ${count} 个岗位。` : '此人在这个区域没有岗位。'),
  nobody: '还没有人打开过小程序。',
  noDay: '日期要写成 2027-01-01 这样，而且真有这一天。',
  noDayKind: '只能写 work（上班）或 off（放假）。',
  noYear: '年份要写四位数，例如 2027。',
  dayKind: (working: boolean) => (working ? '上班' : '放假'),
  daySet: (day: string, working: boolean) =>
    `已录入：${day} ${working ? '上班' : '放假'}。答应居民的时间不变，别的时限几分钟内重新算好。`,
  dayRemoved: (day: string) => `已取消：${day}。`,
  dayUnknown: '这一天没有录入过。',
  daysWrong: (line: number) =>
    `第 ${line} 行看不懂：每行写“日期 休|班 名称”，日期要在这一年里，一天只写一行。什么都没有改。`,
  yearEntered: (year: string, count: number, changed: number) =>
    `已录入 ${year} 年整年的安排：${count} 天，其中 ${changed} 天有变。答应居民的时间不变，别的时限几分钟内重新算好。`,
  year: (year: string, count: number, published: boolean, covered: boolean) =>
    `${year} 年：放假通知${published ? '已内置' : '还没有内置'}，录入了 ${count} 天。${covered ? '' : '安排未知，时限按周一到周五算，居民会看到提示。'}`,
  rotated: ({ phones, robots, texts, files, unopened }: Rotated) =>
    [
      `已换成新密钥：手机号 ${phones} 个，工作群 ${robots} 个，法律咨询的文字 ${texts} 段、附件 ${files} 个。`,
      unopened > 0
        ? `有 ${unopened} 个解不开：请把它们当时的密钥也写进 HUIYIN_FORMER_SECRETS，再执行一次。`
        : '可以去掉 HUIYIN_FORMER_SECRETS 了。',
    ].join('\n'),
  failed: (code: string) => `没有办成（${code}）。请检查 DATABASE_URL、网络和数据库，再试一次。`,
}

/** What it says about the histories. */
export const historySay = {
  asWritten: '办理记录和查看记录都与写下时一样。',
  notAsWritten: (broken: BrokenSeal[]) =>
    [
      `有 ${broken.length} 处与写下时不一样，可能被人改过或删过。请保留现场，马上报告：`,
      ...broken.map(({ what, place }) => `  ${brokenTitles[what]}  ${place}`),
    ].join('\n'),
  erasedCount: (count: number) => (count > 0 ? `\n其中 ${count} 处姓名或文字已删除（留有经手人和原因）。` : ''),
  whichWhat: '只能删除「姓名」或「文字」。例如：history erase 26112700012 3 文字 李娟 本人要求删除',
  whichStep: '请写明编号、第几步（从 0 数起）、经手人和原因。例如：history erase 26112700012 3 文字 李娟 本人要求删除',
  erased: (number: string, step: string, what: string) =>
    `${number} 第 ${step} 步的${what}已删除，不能恢复；记录里显示「已删除」，留有经手人和原因。`,
  nothingThere: '这一步没有可以删除的内容，或者已经删除过了。请核对编号和步数；律师咨询的文字不在办理记录里。',
}

/** What of a step can be erased, as the operator writes it. */
export const erasable: ReadonlyMap<string, What> = new Map([
  ['姓名', 'actor'],
  ['文字', 'words'],
])

const brokenTitles: Record<BrokenSeal['what'], string> = {
  ...{ step: '办理记录', said: '记录里的姓名或文字', look: '查看记录', end: '记录的末尾' },
  former: '重新封存以前就不一样',
}

/** What it says about alerts. */
export const alertSay = {
  status: (waiting: number, oldest: number, climbing: number, dead: number) =>
    `等待发送 ${waiting} 条，最久等了 ${oldest} 秒；还没人应答 ${climbing} 条；要人工处理 ${dead} 条。`,
  failure: (channel: string, code: string, why: string, count: number) => `  ${channel}  ${code}  ${why}  ${count} 次`,
  noneDead: '没有要人工处理的提醒。',
  whichDead: '请写提醒的编号（用 alerts dead 查），或者写 all。',
  revived: (count: number) => `${count} 条提醒重新发送。`,
  minutes: (count: number) => `${count} 分钟`,
  noTownship: '没有这个镇街编号。',
  noArea: '没有这个区域编号。',
  noRung: '写法不对。例如：ladder set T001 worker urgent wechat:3 wecom:3 above',
  ladderSet: (count: number) => `已换成本镇自己的阶梯，共 ${count} 级。`,
  ladderReset: '已恢复通用的阶梯。',
  robotSet: '已登记工作群。',
  robotGone: '已取消工作群。',
  noPhone: '号码不对。例如：phones set T001 值班室 0310-1234567',
  areaPhoneSet: '已登记居民打的电话。',
  areaPhoneGone: '已取消，居民改打上一级的，或镇街第一个值班电话。',
  noRescuer: '写法不对。例如：phones rescue D001 gas 云溪燃气 0310-7654321',
  rescuePhoneSet: '已登记救急电话。',
  rescuePhoneGone: '已取消，居民改打上一级的；全县也没有的，改打 119。',
  phonesSet: (count: number) => (count > 0 ? `已登记 ${count} 个值班电话。` : '已清空值班电话。'),
  noPerson: '没有人用这个 openid 打开过小程序。',
  noWay: '只能登记 wecom（企业微信）或 service（服务号）。',
  contactSet: '已登记。',
  contactTaken: '这个账号已经登记给别人了。',
}

/** What a law firm does, among the units. */
export const firmWork = '法律服务'

/** Clocks as the operator reads them. */
const clockTitles: Record<string, string> = {
  'report-deadlines': '上报时限',
  'report-asks': '办结后问是否还好',
  'report-visits': '回访提醒',
  'question-leases': '法律咨询接单占用',
  'question-deadlines': '法律咨询时限',
  'booking-deadlines': '预约时限和提醒',
  'bookings-forsaken': '律师已离任的预约',
  waitlist: '候补',
  'ladders-urgent': '提醒阶梯（紧急）',
  'ladders-calm': '提醒阶梯（一般）',
}

const codeReasons: Record<string, string> = { 'not-moved': '到时限了，但动不了，多半是所在区域已停用' }

type AsideWords = { clock: string; id: string; since: string; failures: number; code: string; next: string }

/** What it says about what the clocks have set aside. */
export const clockSay = {
  setAside: ({ clock, id, since, failures, code, next }: AsideWords) =>
    `${clock}（${clockTitles[clock] ?? clock}）  ${id}  ${since} 起试了 ${failures} 次  ${code}${codeReasons[code] ? `（${codeReasons[code]}）` : ''}  下次再试 ${next}`,
  noneAside: '没有放在一边的事项。',
  whichAside: '请写事项的编号（用 clock list 查）。',
  noneSuch: '没有这样放在一边的事项（用 clock list 查）。',
  retried: (count: number) => `${count} 件马上再试。`,
}

export const stageNames: Record<string, string> = {
  accept: '受理',
  resolve: '办结',
  climb: '升级',
  confirm: '自动销号',
  supervise: '督办',
  answer: '答复',
  lease: '接单占用',
  reply: '等居民回复',
  month: '每月每村至少',
}
/** Whose terms: the urgencies of reports, and the questions to the lawyer. */
export const clockNames: Record<string, string> = { always: '昼夜连续', workdays: '工作日', hours: '工作时间' }
