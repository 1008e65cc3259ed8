import { refuse } from '@huiyin/shared/core/problem.ts'

/**
 * The part named `file` of a multipart body, as a view of the very bytes that came: the platform's own parser copies them three
 * times, and of many uploads at once that is the memory of a machine. Undefined when there is none, or it is a mere field.
 */
export const fileIn = (body: Buffer, contentType: string): Uint8Array | undefined => {
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = `--${quoted ?? plain ?? refuse('bad-json')}`
  let at = body.indexOf(boundary)
  if (at < 0) return refuse('bad-json')
  for (;;) {
    at += boundary.length
    if (body.toString('latin1', at, at + 2) === '--') return undefined
    const start = body.indexOf('\r\n\r\n', at)
    const end = start < 0 ? -1 : body.indexOf(`\r\n${boundary}`, start + 2)
    if (end < 0) return refuse('bad-json')
    const head = body.toString('utf8', at, start)
    if (/;\s*name="?file"?(?:;|\s|$)/i.test(head))
      return /;\s*filename/i.test(head) ? body.subarray(start + 4, end) : undefined
    at = end + 2
  }
}
