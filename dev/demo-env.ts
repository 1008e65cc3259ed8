import { demoSettings } from './wechat/settings.ts'
import { demoTemplateIds } from './wechat/templates.ts'

const templates = {
  task: {
    id: demoTemplateIds.newTask,
    fields: { character_string1: 'number', thing2: 'kind', thing3: 'place', phrase4: 'phrase', time5: 'due' },
  },
  overdue: {
    id: demoTemplateIds.overdue,
    fields: { character_string1: 'number', thing2: 'kind', time3: 'due', thing4: 'place' },
  },
  progress: {
    id: demoTemplateIds.progress,
    fields: { character_string1: 'number', thing2: 'kind', phrase3: 'phrase', time4: 'at', thing5: 'place' },
  },
  done: {
    id: demoTemplateIds.resolved,
    fields: { character_string1: 'number', thing2: 'kind', thing3: 'phrase', time4: 'at' },
  },
}

/** Settings that point the service at the fake WeChat behind `wechatUrl`; for the demo and the tests. */
export const demoEnv = (wechatUrl: string): Record<string, string> => ({
  NODE_ENV: 'test',
  WECHAT_BASE_URL: `${wechatUrl}/api.weixin.qq.com`,
  WECOM_BASE_URL: `${wechatUrl}/qyapi.weixin.qq.com`,
  WECHAT_APPID: 'wxdemohuiyin000001',
  WECHAT_SECRET: 'demo-secret-of-nobody',
  WECHAT_PUSH_TOKEN: demoSettings.push.token,
  WECHAT_PUSH_KEY: demoSettings.push.encodingAESKey,
  WECHAT_TEMPLATES: JSON.stringify(templates),
  CHECK_ANSWERS: 'on',
  LOG_LEVEL: 'silent',
  REPORTS_PER_HOUR: '100000',
  QUESTIONS_PER_DAY: '100000',
})
