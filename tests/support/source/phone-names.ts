const key = Symbol.for('huiyin.phone')

/** What a mini-program finds under these names on the phone that runs it. */
export type PhoneNames = Record<string, unknown>
type Everywhere = { [key]?: PhoneNames }

/** The names of the phone that is being launched. */
export const phoneNow = (): PhoneNames => (globalThis as Everywhere)[key] ?? {}
export const launchWith = (names: PhoneNames) => {
  ;(globalThis as Everywhere)[key] = names
}

/** WeChat declares its own names around every module; so is done here, so that each phone has its clock, timers and `wx`. */
const names = [
  ...['wx', 'requirePlugin', 'API_ORIGIN', 'VOICE_PLUGIN', 'definePageConfig', 'defineAppConfig'],
  ...['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
]
const asksForOne = new RegExp(`\\b(?:${names.join('|')})\\b`)
const ofPhone = /\/miniapp\/src\/.*\.tsx?$|\/node_modules\/@tanstack\//

/** For vite: the modules that run on a phone take these names from it. */
export const phoneNamesPlugin = () => ({
  name: 'phone-names',
  enforce: 'post' as const,
  transform: (code: string, id: string) => {
    const used = names.filter(name => new RegExp(`\\b${name}\\b`).test(code))
    if (!ofPhone.test(id) || !asksForOne.test(code)) return undefined
    return {
      code: `const { ${used.join(', ')} } = globalThis[Symbol.for('huiyin.phone')] ?? globalThis; ${code}`,
      map: null,
    }
  },
})
