// Runs inside each phone before the mini-program: its time is the demo's, which stands still while the demo is off and can
// be moved forward.
{
  const Wall = Date
  const now = () => Wall.now() + window.demoShift
  window.Date = new Proxy(Wall, {
    construct: (target, parts) => (parts.length > 0 ? new target(...parts) : new target(now())),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  window.addEventListener('message', ({ origin, data }) => {
    if (origin === window.location.origin && typeof data?.demoShift === 'number') window.demoShift = data.demoShift
  })
}
