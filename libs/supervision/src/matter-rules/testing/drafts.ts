import type { GivenMatter } from '../../supervision-matter/draft-matter';
import type { GivenTarget } from '../../supervision-matter/given-targets';
import { WHO, type Who } from './matter-story';

/** A person in their post, as commands name them. */
export const owner = ([person, post]: Who) => ({ court: post.split('.')[0] ?? '', post, person });

/** A court as a target, and who answers for it. */
export const atCourt = (court: string, responsible: Who): GivenTarget => ({
  kind: 'court',
  court,
  division: null,
  post: null,
  person: null,
  caseNumber: null,
  indicator: null,
  responsible: owner(responsible),
});

/** A post as a target, which answers itself. */
export const atPost = (responsible: Who): GivenTarget => ({
  ...atCourt(owner(responsible).court, responsible),
  kind: 'post',
  post: responsible[1],
  person: responsible[0],
});

/** A case of the court of whoever answers for it. */
export const onCase = (caseNumber: string, responsible: Who): GivenTarget => ({
  ...atCourt(owner(responsible).court, responsible),
  kind: 'case',
  caseNumber,
});

/** An inquiry of the high court's trial management into an intermediate court; to be changed into any other matter. */
export const draftOf = (changes: Partial<GivenMatter> = {}, approver: Who = WHO.highVice): GivenMatter => ({
  instrument: 'writtenInquiry',
  title: '关于长期未结案件的函询',
  trigger: 'indicatorBreach',
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [{ category: 'explanation', text: '说明清理缓慢的原因和措施', measure: null }],
  targets: [atCourt('黔01', WHO.midPresident)],
  coOrganisers: [],
  deadline: null,
  attachments: [],
  origin: null,
  approver: owner(approver),
  screenedReason: null,
  ...changes,
});
