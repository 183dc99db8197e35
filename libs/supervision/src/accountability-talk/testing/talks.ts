import type { DocumentReference } from '@liuhen/kernel';
import type { GivenItem } from '../../matter-rules/rectification';
import { owner } from '../../matter-rules/testing/drafts';
import { WHO } from '../../matter-rules/testing/matter-story';
import type { HoldTalkCommand } from '../hold-talk';
import type { PlanTalkCommand, RescheduleTalkCommand } from '../plan-talk';
import type { SignTalkRecordCommand } from '../sign-record';

const { highInspector, highOfficer, highVice, midVice } = WHO;

/** The high court's vice president and an inspector talk; an officer of trial management writes. */
const PARTY = { talkers: [owner(highVice), owner(highInspector)], recorder: owner(highOfficer) };

/** A plan for 10 March 2026, to be changed into any other. */
export const planOf = (changes: Partial<PlanTalkCommand['data']> = {}): PlanTalkCommand => ({
  type: 'PlanTalk',
  data: {
    ...PARTY,
    ...{ heldOn: '2026-03-10', place: '高院第三会议室', subject: '一年以上未结案件清理缓慢' },
    ...{ materials: ['未结案件清单'], screenedReason: null },
    ...changes,
  },
});

export const movedTo = (heldOn: string): RescheduleTalkCommand => ({
  type: 'RescheduleTalk',
  data: { heldOn, reason: '被约谈人出差' },
});

const RECORD: DocumentReference = {
  ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64), length: 9 },
  ...{ name: '约谈笔录.pdf', mediaType: 'application/pdf' },
};

/** What the vice president of the intermediate court is to put right. */
export const COMMITMENT: GivenItem = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-03-31' },
  owner: owner(midVice),
};

export const heldWith = (changes: Partial<HoldTalkCommand['data']> = {}): HoldTalkCommand => ({
  type: 'HoldTalk',
  data: {
    ...PARTY,
    ...{ record: RECORD, summary: '院长承认清理缓慢，承诺逐案包干', commitments: [COMMITMENT] },
    ...{ screenedReason: null, ...changes },
  },
});

export const SIGN: SignTalkRecordCommand = {
  type: 'SignTalkRecord',
  data: { signed: true, remark: null },
};

export const refusedFor = (remark: string | null): SignTalkRecordCommand => ({
  type: 'SignTalkRecord',
  data: { signed: false, remark },
});
