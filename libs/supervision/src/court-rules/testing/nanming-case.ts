import type { Act, DocumentReference, DutyHolder, DutyTerms } from '@liuhen/kernel';
import type { CaseRegistration, PanelFormation } from '../../case/case.events';

/** A civil case of 南明区人民法院 and the people of the demonstration who try it, in the first civil division. */
export const registration: CaseRegistration = {
  caseNumber: '（2026）黔0102民初1号',
  printedNumber: null,
  court: { code: '黔0102', name: null },
  caseType: 'civil',
  stage: 'firstInstance',
  cause: null,
  filedOn: '2026-01-05',
  handlingJudge: 'zhang-ming',
  panel: ['zhang-ming', 'he-qian', 'jiang-xue'],
  soleJudge: false,
  trialForm: 'ordinary',
  publishedAt: null,
};

export const registered = { type: 'CaseRegistered', data: registration } as const;

const formation: PanelFormation = {
  panel: registration.panel,
  handlingJudge: 'zhang-ming',
  soleJudge: false,
  presidingJudge: 'he-qian',
  reason: null,
};

export const panelFormed = { type: 'PanelFormed', data: formation } as const;

const POSTS = {
  'zhang-ming': ['黔0102.handling-judge.civil-1', 'judge'],
  'he-qian': ['黔0102.handling-judge.civil-1', 'judge'],
  'jiang-xue': ['黔0102.handling-judge.civil-1', 'judge'],
  'wei-hua': ['黔0102.division-chief.civil-1', 'courtLeaders'],
  'kong-wei': ['黔0102.deputy-division-chief.civil-1', 'courtLeaders'],
  'chu-yun': ['黔0102.vice-president.civil', 'courtLeaders'],
  'tao-ran': ['黔0102.vice-president.criminal', 'courtLeaders'],
  'chen-lei': ['黔0102.president', 'courtLeaders'],
  'shen-bo': ['黔0102.trial-management-officer', 'trialManagement'],
  'supervision-system': ['黔.supervision-system', 'system'],
} as const;

/** Monday, 2 March 2026, in the morning. */
const MONDAY = '2026-03-02T01:00:00.000Z';

/** An act of one of them, in their post. */
export function by(person: keyof typeof POSTS, changes: Partial<Act> = {}): Partial<Act> {
  const [post, party] = POSTS[person];
  return { actor: { person, post, party, delegation: null }, at: MONDAY, ...changes };
}

export const holder = (person: keyof typeof POSTS, named: string | null = null): DutyHolder => {
  const [post, party] = POSTS[person];
  const division = post.endsWith('civil-1') ? '民事审判第一庭' : null;
  return { court: '黔0102', division, post, person: named, party };
};

export const terms = (kind: string, name: string, of: DutyHolder, due = '2026-03-09'): DutyTerms => ({
  duty: `${kind}/${name}`,
  kind,
  holder: of,
  due,
  provisional: false,
  warnings: [],
});

export const document: DocumentReference = {
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  length: 1,
  name: '材料.pdf',
  mediaType: 'application/pdf',
};
