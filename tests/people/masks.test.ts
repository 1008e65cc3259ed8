import { maskName, maskPhone } from '@huiyin/shared/people/person.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86****8000'],
  ['91234567', '9****67'],
  ['010-12345678', '010****5678'],
  ['010 1234 5678', '010****5678'],
  ['5551234', '5****34'],
  ['12', '****'],
  ['', '****'],
])('the phone number %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test('whatever WeChat calls a phone number, at least four of its digits stay hidden', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- ()'), maxLength: 24 }), phone => {
      const digits = (text: string) => text.replace(/\D/g, '').length
      expect(maskPhone(phone)).toMatch(/^\+?\d*\*{4}\d*$/)
      expect(digits(phone) - digits(maskPhone(phone))).toBeGreaterThanOrEqual(Math.min(4, digits(phone)))
    }),
  )
})

test.each([
  ['王小明', '王**'],
  ['𠮷田', '𠮷**'],
  ['', '居民'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})
