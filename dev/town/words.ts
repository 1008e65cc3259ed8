/** Invented names of the demo township. Nothing here is a real place, unit or person. */
export const district = '云溪区'
export const township = '青禾镇'

export const communities = [
  '禾香社区',
  '清水湾村',
  '柳溪村',
  '石桥头村',
  '荷塘村',
  '望田村',
  '东篱村',
  '南浦村',
  '雁回村',
  '枣林村',
  '新渠社区',
  '大槐树村',
  '竹坞村',
  '麦场村',
  '白鹭村',
  '书院村',
  '长埂村',
  '杏花村',
  '月牙塘村',
  '三汊河村',
  '向阳社区',
  '老窑村',
  '稻香村',
  '云门村',
]

export const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
export const elderNames = [
  '桂兰',
  '秀英',
  '玉珍',
  '凤英',
  '素琴',
  '淑芬',
  '月娥',
  '翠花',
  '金凤',
  '建国',
  '德福',
  '长贵',
  '宝山',
  '福生',
  '国栋',
  '永年',
  '树林',
  '春生',
  '来顺',
  '水根',
  '庆余',
  '满仓',
  '招娣',
  '银环',
  '巧云',
  '荷花',
  '兰香',
  '爱珍',
  '玉明',
  '守田',
]
export const youngerNames = [
  '小敏',
  '海燕',
  '丽娟',
  '晓梅',
  '志强',
  '建军',
  '文静',
  '红霞',
  '立新',
  '晓东',
  '佳宁',
  '思远',
  '雪梅',
  '国庆',
  '卫东',
  '春燕',
  '永刚',
  '晨光',
  '雨薇',
  '子安',
  '若兰',
  '天明',
  '明慧',
  '一凡',
  '静怡',
  '浩然',
  '海涛',
  '艳玲',
  '晓峰',
  '慧敏',
]

export const titles = {
  chief: '栋长',
  worker: '网格员',
  lead: '网格长',
  gridOffice: '网格办',
  justiceOffice: '司法所',
  supervisor: '区级督办',
  adviser: '法律顾问',
}

export const units = [
  { id: 'property', name: '安禾物业公司', work: '楼道、水管、门禁等小区维修', title: '物业维修员' },
  { id: 'urban', name: '青禾城管中队', work: '占道、乱停、垃圾和噪音', title: '城管队员' },
  { id: 'water', name: '云溪自来水公司', work: '供水管网抢修', title: '供水抢修员' },
  { id: 'power', name: '青禾供电所', work: '电线、电表、路灯供电', title: '供电抢修员' },
  { id: 'municipal', name: '云溪市政养护所', work: '道路、井盖、排水、路灯', title: '市政养护员' },
] as const
/** Law firms of the village advisers: each firm sends one lawyer for several villages. */
export const firms = [
  { id: 'firm-1', name: '青禾明理律师事务所' },
  { id: 'firm-2', name: '云溪正和律师事务所' },
  { id: 'firm-3', name: '清水公道律师事务所' },
] as const

export type UnitId = (typeof units)[number]['id']

export const gridName = (number: number) => `第${number}网格`
export const buildingName = (number: number) => `${number}号楼`
export const resident = '居民'
