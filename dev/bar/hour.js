/** Keeps the demo's time on the page; `onShift` hears by how many milliseconds it differs from this machine's. */
export const showClock = onShift => {
  const place = document.querySelector('#now')
  const button = document.querySelector('#forward')
  let shift = 0

  const show = () => {
    // The town lives by Shanghai's time, wherever this browser is.
    const at = new Date(Date.now() + shift + 8 * 3_600_000)
    const two = number => String(number).padStart(2, '0')
    place.textContent = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  }
  const take = async reply => {
    shift = (await reply.json()).shift
    show()
    onShift(shift)
  }

  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      const body = JSON.stringify({ minutes: 30 })
      await take(
        await fetch('/__demo/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      )
    } finally {
      button.disabled = false
    }
  })
  fetch('/__demo/clock').then(take)
  setInterval(show, 5000)
}
