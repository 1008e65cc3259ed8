/** What the shared screens say of people. */
export const entryWords = {
  place: '我住的楼',
  noPlace: '还没有设',
  looks: '谁看过我的电话和咨询',
  guide: '怎么用',
  privacy: '隐私说明',
  bind: '留下手机号，方便联系',
  bindPurpose: '手机号只给办您这件事的人，方便联系您。',
  bound: '已留下手机号',
} as const
