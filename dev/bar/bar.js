import { showClock } from './hour.js'
import { pollMessages } from './messages.js'
import { createPhone } from './phones.js'

const { items: people } = await fetch('/__demo/people').then(reply => reply.json())
const wide = window.matchMedia('(min-width: 1000px)')

/** The left phone opens as a resident, the right one as the worker of her grid. */
const places = { left: '居民', right: '网格员' }
const phones = Object.entries(places).map(([side, label]) =>
  createPhone(
    side,
    people,
    people.find(person => person.label === label),
  ),
)
const shown = () => (wide.matches ? phones : phones.slice(0, 1))

const fit = () => {
  const bar = document.querySelector('.top').offsetHeight
  const byHeight = (window.innerHeight - bar - 112) / 868
  const byWidth = (window.innerWidth - 264 - 130) / 2 / 414
  document.documentElement.style.setProperty('--scale', String(Math.min(1, Math.max(0.5, Math.min(byHeight, byWidth)))))
  for (const phone of shown()) phone.switchOn()
}
window.addEventListener('resize', fit)
wide.addEventListener('change', fit)
fit()

showClock(shift => {
  for (const phone of phones) phone.tellTime(shift)
})
pollMessages(shown)
