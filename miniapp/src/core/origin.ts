/** The API's answers hold paths; in WeChat an address needs its host. */
export const absolute = (path: string) => (path.startsWith('/') ? API_ORIGIN + path : path)
