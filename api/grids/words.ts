import { china, codeLength } from '@huiyin/shared/core/fields.ts'
import { type AreaLevel, areaNameMost } from '@huiyin/shared/grids/area.ts'

/** First line of the file that a township hands in. */
export const columns = {
  id: '编号',
  level: '级别',
  name: '名称',
  parentId: '上级编号',
  lng: '经度',
  lat: '纬度',
  boundary: '边界',
} as const

export const levelsInFile: Record<string, AreaLevel> = {
  区县: 'district',
  镇街: 'township',
  村社区: 'community',
  网格: 'grid',
  楼栋: 'building',
}

export const faults = {
  header: `第一行要写列名：${Object.values(columns).join('、')}（经度、纬度、边界可以不要）`,
  unreadable: '这里读不下去：列数与第一行不同，或者引号没有成对',
  id: `编号要 ${codeLength.least} 到 ${codeLength.most} 位，只用数字和字母`,
  twice: '这个编号前面已经有了',
  level: `级别只能是：${Object.keys(levelsInFile).join('、')}`,
  name: `名称要 1 到 ${areaNameMost} 个字`,
  noParent: '找不到这个上级编号',
  parentLevel: '上级要正好高一级：楼栋→网格→村社区→镇街→区县',
  topHasParent: '区县没有上级编号',
  point: `经度要在 ${china.lng.join(' 到 ')} 之间，纬度要在 ${china.lat.join(' 到 ')} 之间，两个一起写或都不写`,
  boundary: '边界要三个以上的点，写成“经度 纬度;经度 纬度;经度 纬度”',
}
