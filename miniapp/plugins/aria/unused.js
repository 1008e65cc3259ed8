// What Taro writes into every template of a part, on each level of nesting, and no page of ours asks for.
const touched = /^bind(touch(start|end|cancel)|longtap)$/
const animated = /^(animation|bind(animation(start|iteration|end)|transitionend))$/
const ofButtons =
  /^(size|type|plain|loading|form-type|name|lang|session-from|send-message-.*|app-parameter|show-message-card|business-id|bind(getuserinfo|getrealtimephonenumber|chooseavatar|launchapp))$/
const ofTyping =
  /^(safe-password-.*|password|always-embed|hold-keyboard|auto-fill|cursor-color|confirm-hold|bind(nicknamereview|selectionchange|linechange|keyboardcomposition.*))$/

/** `catchMove` is made of `bindTouchMove`; of a scroll-view there is only that it scrolls. */
const isUnused = {
  View: name => touched.test(name) || animated.test(name),
  Image: name => touched.test(name),
  Button: name => touched.test(name) || ofButtons.test(name),
  Input: name => ofTyping.test(name),
  Textarea: name => ofTyping.test(name),
  ScrollView: name => name !== 'scroll-y',
}

module.exports = components => {
  for (const [part, drops] of Object.entries(isUnused))
    for (const name of Object.keys(components[part])) if (drops(name.toLowerCase())) delete components[part][name]
}
