import type { Point } from '@huiyin/shared/core/fields.ts'
import gcoord from 'gcoord'

/** gcj02 (as WeChat gives it) → wgs84, to about a metre. */
export const toWgs84 = ({ lng, lat }: Point): Point => {
  const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84) as [number, number]
  return { lng: x, lat: y }
}

/** Metres between two points of one datum, on the sphere. */
export const metersBetween = (a: Point, b: Point): number => {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h))
}
