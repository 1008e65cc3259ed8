/** A PDF on its way: what it is called on her phone. */
export type Paper = { id: string; name: string }
