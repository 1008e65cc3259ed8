import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { countUse } from './quotas.ts'

const refuseMap = (status: number, message: string) => answer({ status, message, request_id: randomUUID() })

/** The SN of the map service: MD5 in hex over path, sorted raw parameters and the secret key. */
export function signMapRequest(path: string, pairs: [string, string][], secretKey: string): string {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)
  return createHash('md5')
    .update(`${path}?${sorted.join('&')}${secretKey}`)
    .digest('hex')
}

function refuseAsked(fake: Fake, asked: Asked): Response | undefined {
  const { key, sig, location } = asked.query
  const { geocoder } = fake.settings
  if (!key) return refuseMap(311, 'key格式错误')
  if (key !== geocoder.key) return refuseMap(190, '无效的KEY')
  const signed = asked.pairs.filter(([name]) => name !== 'sig')
  if (sig !== signMapRequest(asked.path, signed, geocoder.secretKey)) return refuseMap(111, '签名验证失败')
  const exceeded = countUse(fake, '/ws/geocoder/v1')
  if (exceeded) return refuseMap(exceeded.errcode, '此key请求量已达到上限')
  if (!location) return refuseMap(306, '缺少参数: location')
  if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(location)) return refuseMap(310, '请求参数信息有误')
  const [lat, lng] = location.split(',').map(Number) as [number, number]
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return refuseMap(365, '纬度不能超过±90，经度不能超过±180')
  return undefined
}

async function geocode(fake: Fake, asked: Asked): Promise<Response> {
  await sleep(fake.settings.geocoder.delayMs)
  const refusal = refuseAsked(fake, asked)
  if (refusal) return refusal
  const [lat, lng] = (asked.query.location as string).split(',').map(Number) as [number, number]
  const place = fake.settings.geocoder.addressAt(lat, lng)
  const { province, city, district, adcode } = place
  return answer({
    status: 0,
    message: 'query ok',
    request_id: randomUUID(),
    result: {
      location: { lat, lng },
      address: place.address,
      formatted_addresses: { recommend: place.recommend, rough: place.recommend },
      address_component: { nation: '中国', province, city, district, street: '', street_number: '' },
      ad_info: { nation_code: '156', adcode, city_code: `156${adcode}`, name: `中国,${province},${city},${district}` },
      address_reference: { town: { id: `${adcode}001`, title: place.town, location: { lat, lng } } },
      pois: [],
    },
  })
}

const host = 'apis.map.qq.com'
export const geocoderEndpoints: Endpoint[] = ['/ws/geocoder/v1', '/ws/geocoder/v1/'].map(path => ({
  host,
  path,
  method: 'GET',
  token: 'none',
  handle: geocode,
}))
