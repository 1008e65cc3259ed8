import { open, seal, sign } from '@huiyin/dev/wechat/push-crypto.ts'
import { expect, test } from 'vitest'

const TOKEN = 'AAAAA'
const KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
// The platform's own example.
const ENCRYPTED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const MESSAGE =
  '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}'

test('token, timestamp and nonce give the documented signatures, in any order', () => {
  expect(sign(TOKEN, '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696')
  expect(sign('486452656', '1714037059', TOKEN)).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
})

test('the documented safe-mode message is signed and opened', () => {
  expect(sign(TOKEN, '1714112445', '415670741', ENCRYPTED)).toBe('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3')
  expect(open(KEY, ENCRYPTED)).toEqual({ random: 'a8eedb185eb2fecf', message: MESSAGE, appid: APPID })
  expect(Buffer.byteLength(MESSAGE)).toBe(167)
})

test('a sealed text equals the documented one, byte for byte', () => {
  expect(seal(KEY, MESSAGE, APPID, 'a8eedb185eb2fecf')).toBe(ENCRYPTED)
  const reply = seal(KEY, '{"demo_resp":"good luck"}', APPID, '707722b803182950')
  expect(reply).toBe('ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==')
  expect(sign(TOKEN, '1713424427', '415670741', reply)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
})

test('a text that fills its last block gets a whole block of padding', () => {
  for (let length = 1; length <= 64; length++) {
    const message = 'x'.repeat(length)
    expect(open(KEY, seal(KEY, message, APPID, '0123456789abcdef')).message).toBe(message)
  }
})

test('a tampered or foreign text does not open', () => {
  const last = Buffer.from(ENCRYPTED, 'base64')
  last[last.length - 17] = (last.at(-17) ?? 0) ^ 0x7f
  expect(() => open(KEY, last.toString('base64'))).toThrow('broken padding')
  expect(() => open(KEY, 'c2hvcnQ=')).toThrow()
  expect(() => seal('tooshort', 'x', APPID, '0123456789abcdef')).toThrow('EncodingAESKey')
})
