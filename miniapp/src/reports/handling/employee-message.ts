type Bound = { bindingStatus?: string }
type EmployeeWx = {
  bindEmployeeRelation?: (ask: {
    tmplIds: string[]
    success: (result: Bound) => void
    fail: (error: unknown) => void
  }) => void
}

declare const wx: EmployeeWx

/** Whether this WeChat knows staff messages (用工关系, base library 3.10). */
export const knowsEmployees = () => typeof wx.bindEmployeeRelation === 'function'

/** Asks once for staff messages; must stand in the tap itself. True when agreed. Not in Taro: callbacks of the platform's own. */
export const bindEmployee = (templateIds: string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    wx.bindEmployeeRelation?.({
      tmplIds: templateIds.slice(0, 6),
      success: ({ bindingStatus }) => resolve(bindingStatus === 'accept'),
      fail: reject,
    })
  })
