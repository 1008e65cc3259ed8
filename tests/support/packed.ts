/** A form as phones send it: with its length said beforehand. */
export const packed = async (form: FormData): Promise<RequestInit> => {
  const whole = new Response(form)
  const type = whole.headers.get('content-type') ?? ''
  const body = await whole.arrayBuffer()
  return { method: 'POST', body, headers: { 'content-type': type, 'content-length': String(body.byteLength) } }
}
