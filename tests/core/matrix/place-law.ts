import { cast, type Who } from './town-law.ts'

/** What is not about one matter: for everybody, for everybody who is signed in, or for those who hold a place. */
export const open = [
  'listAreas',
  'getPlace',
  'locatePlace',
  'openSession',
  'readPhoto',
  'listPublished',
  'readPublished',
  'readFile',
  'listLegalAnswers',
  'getLegalAnswer',
  'listVillageAdvisers',
  'readCalendar',
]
export const signedIn = [
  ...['closeSession', 'getMe', 'setHome', 'bindPhone', 'removePhone', 'listLooks', 'listUnits'],
  ...['listAlerts', 'countUnread', 'markRead', 'listPermits', 'recordPermits'],
  ...['getReaders', 'askQuestion', 'listMyQuestions', 'setSpeechConsent', 'storeFile', 'listHeld'],
  ...['listSlots', 'holdSlot', 'listMyBookings', 'joinWaitlist', 'listWaitlist', 'leaveWaitlist', 'checkIn'],
  ...['storePhoto', 'fileReport', 'listNearby', 'listMyReports', 'complainPublished'],
]
const desks: Record<string, Who[]> = {
  t001v1g1: ['worker', 'worker-mate'],
  t001v1g2: ['worker-next-grid'],
  t001v2g1: ['worker-next-village'],
  t002v1g1: ['worker-next-town'],
  t001v1: ['lead'],
  t001v2: ['lead-next-village'],
  t001: ['officer'],
  t002: ['officer-next-town'],
  d001: ['supervisor'],
  'u-water': ['partner'],
  'u-estate': ['partner-other'],
  t001v1g1b1: [],
  nowhere: [],
}
const doors: Record<string, Who[]> = {
  t001v1g1b1: ['lead', 'officer', 'admin'],
  t001v1g2b1: ['lead', 'officer', 'admin'],
  t001v2g1b1: ['lead-next-village', 'officer', 'admin'],
  t002v1g1b1: ['officer-next-town'],
}
const townships: Record<string, Who[]> = {
  t001: ['officer'],
  t002: ['officer-next-town'],
  t001v1: [],
  d001: [],
  nowhere: [],
}
const justices: Record<string, Who[]> = { t001: ['justice'], t002: ['justice-next-town'], t001v1: [], nowhere: [] }
export const advisers: Record<string, Who[]> = { anywhere: ['adviser', 'justice', 'justice-next-town'] }
const lawyers: Record<string, Who[]> = { anywhere: ['adviser'] }
export const health: Record<string, Who[]> = { ...townships, t001: ['officer', 'admin'] }
export const byPlace: Record<string, Record<string, Who[]>> = {
  listDesk: desks,
  countDesk: desks,
  getDoorCode: doors,
  listCalls: townships,
  getHealth: health,
  markCalled: townships,
  listVisits: townships,
  listQuestionDesk: justices,
  listAdvisers: justices,
  listQueue: advisers,
  nextQuestion: advisers,
  listParagraphs: advisers,
  setParagraphs: advisers,
  getFigures: advisers,
  listAnswerReviews: advisers,
  reviewAnswer: { anywhere: [] },
  listWeek: lawyers,
  listOfficeHours: lawyers,
  setOfficeHours: lawyers,
  setExtraHours: lawyers,
  publishContact: lawyers,
  addLeave: lawyers,
  addWalkIn: lawyers,
  endOfficeHours: { anywhere: [] },
  endExtraHours: { anywhere: [] },
  endLeave: { anywhere: [] },
  listCoverage: justices,
  listMonths: justices,
  listTownshipAdvisers: justices,
  listOfficePlaces: justices,
  retireOfficePlace: { anywhere: [] },
  getPlaceCode: { anywhere: [] },
  readPoster: { anywhere: [] },
  exportRecord: justices,
  readSheet: { t001v1: ['adviser', 'justice'], t001v2: ['justice'], t002v1: ['justice-next-town'] },
  renewCalendar: { t001v1: ['adviser', 'justice'], t001v2: ['justice'], t002v1: ['justice-next-town'] },
  endCalendar: { t001v1: ['adviser', 'justice'], t001v2: ['justice'], t002v1: ['justice-next-town'] },
  addOfficePlace: { t001v1: ['justice'], t001v2: ['justice'], t002v1: ['justice-next-town'] },
  recordEmployee: { anywhere: cast.filter(who => !['nobody', 'reporter', 'joiner', 'stranger'].includes(who)) },
}
/** What a stranger may not even know of. */
export const hidden = ['markCalled']
/** Whoever may review, or end something, finds that there is nothing. */
export const nothingThere: Record<string, Who[]> = {
  reviewAnswer: advisers.anywhere ?? [],
  endOfficeHours: ['adviser'],
  endExtraHours: ['adviser'],
  retireOfficePlace: ['justice', 'justice-next-town'],
  getPlaceCode: ['justice', 'justice-next-town'],
  readPoster: ['justice', 'justice-next-town'],
  endLeave: ['adviser', 'justice', 'justice-next-town'],
}
