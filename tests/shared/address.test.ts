import { pagesOf, urlOf } from '@huiyin/shared/core/address.ts'
import { expect, test } from 'vitest'

test('an address names the room, the page and only what it was given', () => {
  const find = pagesOf('consultations')<{ village?: string; wide?: '1' }>('find')
  expect(urlOf(find)).toBe('/consultations/pages/find/index')
  expect(urlOf(find, { village: 'v1', wide: undefined })).toBe('/consultations/pages/find/index?village=v1')
  expect(urlOf(find, { village: 'v1', wide: '1' })).toBe('/consultations/pages/find/index?village=v1&wide=1')
  expect(urlOf(pagesOf()('home'))).toBe('/pages/home/index')
})
