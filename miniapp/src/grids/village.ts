/** A village as she chose it. */
export type Village = { id: string; name: string }
