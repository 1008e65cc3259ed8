/** A mobile number, a fixed line with its area code, or a short number. */
export const contactNumber = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/
