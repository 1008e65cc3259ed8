export type Limit = { per: 'second' | 'minute' | 'hour' | 'day'; most: number; errcode: number }
/** Limits by request path, or by a name of the fake's own (`login of one person`). */
export type Limits = Record<string, Limit[]>

/** The documented quotas; a test lowers one by giving its path a list of its own. */
export const defaultLimits: Limits = {
  '/cgi-bin/stable_token': [
    { per: 'minute', most: 10_000, errcode: 45011 },
    { per: 'day', most: 500_000, errcode: 45009 },
  ],
  'forced token refresh': [{ per: 'day', most: 20, errcode: 45009 }],
  '/cgi-bin/token': [{ per: 'day', most: 2000, errcode: 45009 }],
  'login of one person': [{ per: 'minute', most: 100, errcode: 45011 }],
  '/wxa/resetusersessionkey': [{ per: 'minute', most: 60_000, errcode: 45011 }],
  '/cgi-bin/message/subscribe/send': [{ per: 'day', most: 10_000_000, errcode: 45009 }],
  '/cgi-bin/message/template/send': [{ per: 'day', most: 100_000, errcode: 45009 }],
  '/wxa/msg_sec_check': [
    { per: 'minute', most: 4000, errcode: 44991 },
    { per: 'day', most: 2_000_000, errcode: 45009 },
  ],
  '/wxa/media_check_async': [
    { per: 'minute', most: 2000, errcode: 44991 },
    { per: 'day', most: 200_000, errcode: 45009 },
  ],
  '/wxa/getwxacodeunlimit': [{ per: 'minute', most: 5000, errcode: 45011 }],
  'links together': [
    { per: 'second', most: 100, errcode: 44990 },
    { per: 'day', most: 500_000, errcode: 44993 },
  ],
  'messages of one robot': [{ per: 'minute', most: 20, errcode: 45009 }],
  'messages to one member': [
    { per: 'minute', most: 30, errcode: 0 },
    { per: 'hour', most: 1000, errcode: 0 },
  ],
  '/ws/geocoder/v1': [
    { per: 'second', most: 5, errcode: 120 },
    { per: 'day', most: 6000, errcode: 121 },
  ],
}
