import type { SentenceNames, Sentences } from '@liuhen/kernel';
import type { AccountabilityTalkEvent, TalkParty } from './accountability-talk.events';

export const accountabilityTalkSentences: Sentences<AccountabilityTalkEvent> = {
  TalkPlanned: ({ data }, names) =>
    `拟订约谈方案：${data.heldOn}在${data.place}谈话，${partyOf(data, names)}。事由：${data.subject}` +
    (data.materials.length === 0 ? '' : `。请备：${data.materials.join('；')}`),
  TalkRescheduled: ({ data }) => `约谈改期至${data.heldOn}：${data.reason}`,
  TalkHeld: ({ data }, names) =>
    `${data.heldOn}约谈，${partyOf(data, names)}。${data.summary}。整改承诺${data.commitments.length}项`,
  TalkRecordSigned: ({ data: { signed, remark } }) =>
    `${signed ? '在约谈笔录上签字' : '拒绝在约谈笔录上签字'}${remark === null ? '' : `：${remark}`}`,
  TalkSignatureLapsed: () => '约谈笔录逾期未签字，程序继续',
};

const partyOf = ({ talkers, recorder }: TalkParty, { personName }: SentenceNames): string =>
  `谈话人${talkers.map(({ person }) => personName(person)).join('、')}，记录人${personName(recorder.person)}`;
