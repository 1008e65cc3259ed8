// What Taro writes into every template of a part, on each level of nesting, and no page of ours asks for.
const touched = ['bindTouchStart', 'bindTouchEnd', 'bindTouchCancel', 'bindLongTap']
const animated = ['animation', 'bindAnimationStart', 'bindAnimationIteration', 'bindAnimationEnd', 'bindTransitionEnd']

/** `catchMove` is made of `bindTouchMove`; of a scroll-view there is only that it scrolls. */
const isUnused = {
  View: name => [...touched, ...animated].includes(name),
  ScrollView: name => name !== 'scroll-y',
}

module.exports = components => {
  for (const [part, drops] of Object.entries(isUnused))
    for (const name of Object.keys(components[part])) if (drops(name)) delete components[part][name]
}
