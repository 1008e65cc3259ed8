export const gridWords = {
  back: '上一级',
  choose: { district: '选区县', township: '选镇街', community: '选村（社区）', grid: '选网格', building: '选楼栋' },
  empty: '这里还没有登记楼栋',
  emptyHint: '请退回上一级，或在地图上选',
} as const
