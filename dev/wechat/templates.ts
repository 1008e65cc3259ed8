/** The kinds of value a template field can hold; their limits are in `template-fields.ts`. */
export type FieldType =
  | 'thing'
  | 'character_string'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'phrase'
  | 'name'
  | 'phone_number'
  | 'time'
  | 'date'
  | 'amount'
  | 'car_number'
  | 'enum'

export type Template = {
  title: string
  /** 2 = one consent, one message (一次性); 3 = until the person refuses (长期). */
  type: 2 | 3
  /** WeChat's key (type + number) to its type, in the order of the card: `{ thing1: 'thing' }`. */
  fields: Record<string, FieldType>
  /** What stands before the value on the card: `{ thing1: '问题内容' }`. */
  labels?: Record<string, string>
  /** The values that an `enum` field allows, by key. */
  enumValues?: Record<string, string[]>
}

/** Template ids of the demo township, by what the message is for. */
export const demoTemplateIds = {
  accepted: 'TMPL_REPORT_ACCEPTED',
  progress: 'TMPL_REPORT_PROGRESS',
  resolved: 'TMPL_REPORT_RESOLVED',
  newTask: 'TMPL_NEW_TASK',
  overdue: 'TMPL_TASK_OVERDUE',
} as const

/** Five civic templates. All are one-time: WeChat refuses one pop-up that mixes both types (20002). */
export const demoTemplates: Record<string, Template> = {
  [demoTemplateIds.accepted]: {
    title: '受理通知',
    type: 2,
    fields: { character_string1: 'character_string', thing2: 'thing', thing3: 'thing', time4: 'time', thing5: 'thing' },
    labels: {
      character_string1: '受理编号',
      thing2: '问题内容',
      thing3: '受理人',
      time4: '受理时间',
      thing5: '温馨提示',
    },
  },
  [demoTemplateIds.progress]: {
    title: '办理进度',
    type: 2,
    fields: {
      character_string1: 'character_string',
      thing2: 'thing',
      phrase3: 'phrase',
      time4: 'time',
      thing5: 'thing',
    },
    labels: {
      character_string1: '受理编号',
      thing2: '问题内容',
      phrase3: '当前进度',
      time4: '更新时间',
      thing5: '进度说明',
    },
  },
  [demoTemplateIds.resolved]: {
    title: '办结通知',
    type: 2,
    fields: { character_string1: 'character_string', thing2: 'thing', thing3: 'thing', time4: 'time' },
    labels: { character_string1: '受理编号', thing2: '问题内容', thing3: '办理结果', time4: '办结时间' },
  },
  [demoTemplateIds.newTask]: {
    title: '新任务',
    type: 2,
    fields: {
      character_string1: 'character_string',
      thing2: 'thing',
      thing3: 'thing',
      phrase4: 'phrase',
      time5: 'time',
    },
    labels: {
      character_string1: '任务编号',
      thing2: '问题内容',
      thing3: '问题地点',
      phrase4: '当前状态',
      time5: '截止时间',
    },
  },
  [demoTemplateIds.overdue]: {
    title: '超时提醒',
    type: 2,
    fields: { character_string1: 'character_string', thing2: 'thing', time3: 'time', thing4: 'thing' },
    labels: { character_string1: '任务编号', thing2: '问题内容', time3: '截止时间', thing4: '提醒说明' },
  },
}
