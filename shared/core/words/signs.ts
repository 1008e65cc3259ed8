/** Numbers from 0 to 63, one sign each, in what `npm run train` writes. */
export const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
