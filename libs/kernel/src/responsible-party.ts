/** 五方责任: the five parties that answer for the quality of cases. */
export const RESPONSIBLE_PARTIES = {
  partyCommittee: '党组',
  courtLeaders: '院庭长',
  judge: '法官',
  trialManagement: '审判管理部门',
  upperAndLowerCourts: '上下级法院',
} as const;

/** Others act too and are named as what they are; they are not one of the five. */
const OTHER_PARTIES = {
  supportDepartment: '综合部门',
  external: '外部人员',
  system: '系统',
} as const;

export const PARTIES = { ...RESPONSIBLE_PARTIES, ...OTHER_PARTIES } as const;

export type ResponsibleParty = keyof typeof RESPONSIBLE_PARTIES;
export type Party = keyof typeof PARTIES;

export const isParty = (value: unknown): value is Party => typeof value === 'string' && value in PARTIES;
