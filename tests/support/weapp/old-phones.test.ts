import { expect, test } from 'vitest'
import { newScripts, newStyles } from '../old-phones.ts'
import { makeFixture } from './fixture.ts'

/** A phone of 2019 and 2020: iOS 13, Chrome 80. */
const build = (file: string, text: string) => makeFixture({ 'pages/home/index': {} }, {}, { [file]: text })
const scripts = (text: string) => newScripts(build('a.js', text)).map(it => it.replace('a.js: ', ''))
const styles = (text: string) => newStyles(build('a.wxss', text)).map(it => it.replace('a.wxss: ', ''))

test.each([
  ['async function f(){ return {...await 1} }'],
  ['/(?<name>a)\\p{L}(?=b)/su.test(x)'],
  ['[1].flat().includes(1);Promise.allSettled([]);x.matchAll(/a/g);Object.fromEntries([])'],
  // A function of one's own may be called anything, and so may what one has.
  ['lease.notify();here.at;const {at}=b;this.structuredClone'],
])('it runs %s', text => {
  expect(scripts(text)).toEqual([])
})

test.each([
  ['a?.b', 'Unexpected token (1:2)'],
  ['/(?<!\\d)1/.test(x)', 'lookbehind_assertion'],
  ['new RegExp("(?<=a)b")', 'lookbehind_assertion'],
  ['new RegExp("(?i:a)")', 'modifier'],
  ['/a/d.test(x)', 'Invalid regular expression flag (1:1)'],
  ['new RegExp("a","v")', 'v'],
  ['[1].at(-1)', '.at()'],
  ['x.replaceAll("a","b")', '.replaceAll()'],
  ['x.findLast(f)', '.findLast()'],
  ['x.toSorted()', '.toSorted()'],
  ['structuredClone(x)', 'structuredClone'],
  ['Object.hasOwn(a,"b")', 'Object.hasOwn'],
  ['Promise.any([])', 'Promise.any'],
  ['AbortSignal.timeout(1)', 'AbortSignal.timeout'],
  ['new WeakRef(x)', 'WeakRef'],
])('it cannot run %s', (text, found) => {
  expect(scripts(text)).toEqual([found])
})

test.each([
  ['a{display:flex;gap:8px;width:max(10px,calc(1px*var(--x)));padding:env(safe-area-inset-bottom)}'],
  ['a:not(.b)::before{position:sticky}@media (prefers-color-scheme:dark){a{color:red}}'],
])('it draws %s', text => {
  expect(styles(text)).toEqual([])
})

test.each([
  ['a{aspect-ratio:1}', 'aspect-ratio'],
  ['a{inset:0}', 'inset'],
  ['a{height:100dvh}', 'dvh'],
  ['a:has(b){color:red}', ':has'],
  ['a:is(b,c){color:red}', ':is'],
  ['@layer x{a{color:red}}', '@layer'],
  ['a{color:color-mix(in srgb,red,blue)}', 'color-mix'],
])('it passes over %s', (text, found) => {
  expect(styles(text)).toContain(found)
})
