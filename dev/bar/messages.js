const everyMs = 1500

/** Shows what WeChat would have shown: each message once, on the phone of whoever it is for. */
export const pollMessages = phones => {
  let query = ''
  const look = async () => {
    // The first look only learns the last message there is: old ones are no news.
    const { last, items } = await fetch(`/__demo/messages${query}`).then(reply => reply.json())
    query = `?after=${last}`
    for (const message of items)
      for (const phone of phones()) if (phone.openid() === message.openid) phone.ring(message)
  }
  const again = () =>
    look()
      .catch(() => {})
      .finally(() => setTimeout(again, everyMs))
  again()
}
