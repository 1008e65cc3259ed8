/**
 * One phone of the page. The frame's name keeps the two apart: the mini-program puts it before everything it stores.
 * `first`: who holds it until somebody is chosen.
 */
export const createPhone = (side, people, first) => {
  const root = document.querySelector(`[data-side="${side}"]`)
  root.append(document.querySelector('#phone').content.cloneNode(true))
  const name = `phone-${side}`
  const accountKey = `${name}:huiyin-demo-openid`
  const find = selector => root.querySelector(selector)
  const holder = () => people.find(person => person.openid === window.localStorage.getItem(accountKey)) ?? first
  let frame

  const show = () => {
    const { label, name: who, place } = holder()
    for (const button of root.querySelectorAll('.roles button'))
      button.setAttribute('aria-pressed', String(button.textContent === label))
    find('.who b').textContent = who
    find('.who span').textContent = place
  }

  const become = person => {
    window.localStorage.setItem(accountKey, person.openid)
    // A new login for whoever takes the phone; what he had drafted stays his.
    for (const key of ['session', 'left']) window.localStorage.removeItem(`${name}:${person.openid}:${key}`)
    show()
    load()
  }

  /** A new frame each time: nothing of the one before lives on in memory. */
  const load = () => {
    frame?.remove()
    frame = document.createElement('iframe')
    frame.name = name
    frame.title = find('.who b').textContent
    frame.allow = 'camera; geolocation; microphone'
    frame.src = '/m/'
    find('.screen').prepend(frame)
  }

  find('.roles').append(
    ...people.map(person => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = person.label
      button.addEventListener('click', () => become(person))
      return button
    }),
  )
  find('.roles').setAttribute('aria-label', `${root.getAttribute('aria-label')}现在是谁`)
  window.localStorage.setItem(accountKey, holder().openid)
  show()

  let hiding
  const ring = ({ title, lines, page }) => {
    const bubble = find('.bubble')
    const what = lines
      .slice(0, 3)
      .map(line => line.text)
      .join(' · ')
    bubble.querySelector('b').textContent = title
    bubble.querySelector('span').textContent = what
    find('.live').textContent = `${title}：${what}`
    bubble.hidden = false
    bubble.onclick = () => {
      bubble.hidden = true
      frame.contentWindow.location.hash = `/${page}`
    }
    clearTimeout(hiding)
    hiding = setTimeout(() => {
      bubble.hidden = true
    }, 10_000)
  }

  return {
    openid: () => holder().openid,
    switchOn: () => frame ?? load(),
    tellTime: shift => frame?.contentWindow.postMessage({ demoShift: shift }, window.location.origin),
    ring,
  }
}
