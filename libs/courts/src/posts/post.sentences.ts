import type { Sentences } from '@liuhen/kernel';
import type { Validity } from '../timeline';
import { postKindOf } from './post-kind';
import type { PostEvent } from './post.events';

export const postSentences: Sentences<PostEvent> = {
  PostEstablished: ({ data }) =>
    `设立职务：${data.title}（${postKindOf(data.kind)?.name ?? data.kind}，法院${data.court}）`,
  PersonAppointed: ({ data }) =>
    `任职：${data.name}，自${data.from}起${data.demonstration ? '（演示数据，虚构人员）' : ''}`,
  PersonLeft: ({ data }) => `离任：${data.person}，自${data.on}起${reasonText(data)}`,
  LeaveRecorded: ({ data }) => `请假：${data.person}，${periodText(data)}${reasonText(data)}`,
  LeaveEnded: ({ data }) => `销假：${data.person}，自${data.on}起`,
  DelegationGranted: ({ data }) =>
    `委托代行（第${data.delegation}号）：${data.person}委托${data.to}，${periodText(data)}，经${data.approver}批准${reasonText(data)}`,
  DelegationRevoked: ({ data }) => `撤销委托（第${data.delegation}号），自${data.on}起`,
  OversightAssigned: ({ data }) => `分管：${data.divisions.join('、') || '不分管庭室'}，自${data.from}起`,
};

const reasonText = ({ reason }: { readonly reason: string | null }): string =>
  reason === null ? '' : `，${reason}`;

const periodText = ({ from, until }: Validity): string =>
  `自${from ?? ''}起${until === null ? '' : `至${until}前`}`;
