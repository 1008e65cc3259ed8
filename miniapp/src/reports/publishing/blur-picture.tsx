import type { Rect } from '@huiyin/shared/photos/photo.ts'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { pictured, spoken } from '@/core/device/spoken.ts'
import { absolute } from '@/core/origin.ts'
import { LookAgain, useDead } from '@/core/photos/live-picture.tsx'
import type { Corner } from './blur-rects.ts'
import './publication.css'

const percent = (part: number) => `${part * 100}%`
const boxOf = ({ x, y, width, height }: Rect) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

type Touch = { clientX: number; clientY: number }
type Tapped = Partial<Touch> & { changedTouches?: ArrayLike<Touch> }
type Box = { left: number; top: number; width: number; height: number }

/** Where on the element a tap fell, in fractions; undefined where the platform cannot tell. */
const cornerOf = (id: string, tapped: Tapped): Promise<Corner | undefined> =>
  new Promise(resolve => {
    const { clientX, clientY } = tapped.changedTouches?.[0] ?? tapped
    if (clientX === undefined || clientY === undefined) return resolve(undefined)
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect(found => {
        // Taro types one result or a list of them; for one element it is one, or null.
        const box = found as unknown as Box | null
        if (!box?.width || !box.height) return resolve(undefined)
        resolve({ x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height })
      })
      .exec()
  })

type Props = {
  id: string
  url: string
  label: string
  rects: readonly Rect[]
  /** Which part is being changed. */
  chosen?: number | undefined
  corner?: Corner | undefined
  /** Without it the picture only shows what will be hidden. */
  onCorner?: ((corner: Corner) => void) | undefined
}

/** A photo with the parts that will be hidden; the same parts can be made with buttons, so nobody has to aim. */
export const BlurPicture = ({ id, url, label, rects, chosen, corner, onCorner }: Props) => {
  const src = absolute(url)
  const { isDead, died, again } = useDead(src)
  const tapped = async (event: unknown) => {
    const found = await cornerOf(id, event as Tapped)
    if (found) onCorner?.(found)
  }
  const part = onCorner ? 'blur-part' : 'blur-part covered'
  if (isDead) return <LookAgain label={label} onAgain={again} />
  return (
    <View
      id={id}
      className="blur-picture"
      {...spoken({ role: onCorner ? 'button' : 'img', label })}
      {...(onCorner && { onClick: tapped })}
    >
      <Image className="blur-image" src={src} mode="widthFix" onError={died} {...pictured('')} />
      {rects.map((rect, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the list
          key={index}
          className={index === chosen ? `${part} chosen` : part}
          style={boxOf(rect)}
        />
      ))}
      {corner && <View className="blur-corner" style={{ left: percent(corner.x), top: percent(corner.y) }} />}
    </View>
  )
}
