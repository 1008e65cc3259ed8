// The router of the browser's build needs it; browsers before Chrome 85 and iOS 13.4 have none.
String.prototype.replaceAll ??= function (this: string, what: string | RegExp, by: never) {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
}

export {}
