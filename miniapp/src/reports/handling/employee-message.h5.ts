/** A browser has no staff messages. */
export const knowsEmployees = () => false
export const bindEmployee = async (_templateIds: string[]): Promise<boolean> => false
