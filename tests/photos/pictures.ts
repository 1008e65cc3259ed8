import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const chunk = (type: string, body: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A black PNG, one bit for each pixel: many pixels in few bytes. */
export const pngOf = (width: number, height: number): Buffer => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** A JPEG that does not compress well. */
export const noise = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

/** What a chat looks like, with so many lines: mostly white, and written all over. */
export const chat = (width: number, height: number): Promise<Buffer> => {
  const lines = Array.from({ length: Math.floor(height / 90) }, (_, n) => {
    const [x, y] = [n % 2 ? 40 : width / 3, n * 90 + 10]
    return `<rect x="${x}" y="${y}" width="${width / 2}" height="70" rx="12" fill="${n % 2 ? '#eee' : '#9e7'}"/><text x="${x + 20}" y="${y + 46}" font-size="34">${n} borrowed ${(n * 7919) % 9973}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg), { limitInputPixels: false }).jpeg({ quality: 75 }).toBuffer()
}
