import { makeMiniprogram } from '../tests/support/weapp/make-miniprogram.ts'
import { compiled, makeDevice } from '../tests/support/weapp/open-miniprogram.ts'

/**
 * Opens a build once, with nothing of it in memory, and prints how many milliseconds passed from before its first script until it
 * first had something to show. Run without a compiler, as JavaScript runs on iPhones.
 */
const [dist = ''] = process.argv.slice(2)
const engine = compiled(dist)
const device = makeDevice({ dist, apiBase: 'http://127.0.0.1:9' }, engine)
let began = 0
let shown = 0
engine.prepare = async () => {
  began = performance.now()
}
device.setData = new Proxy(device.setData, {
  set: (count, key, value) => {
    if (key === 'calls' && shown === 0) shown = performance.now()
    return Reflect.set(count, key, value)
  },
})
const phone = await makeMiniprogram(device)
phone.close('faults')
console.log((shown - began).toFixed(2))
process.exit(0)
