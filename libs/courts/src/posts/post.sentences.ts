import type { Sentences } from '@liuhen/kernel';
import type { Validity } from '../timeline';
import { postKindOf } from './post-kind';
import type { PostEvent } from './post.events';

export const postSentences: Sentences<PostEvent> = {
  PostEstablished: ({ data }) =>
    `设立职务：${data.title}（${postKindOf(data.kind)?.name ?? data.kind}，法院${data.court}）`,
  PersonAppointed: ({ data }) =>
    `任职：${data.name}，自${data.from}起${data.demonstration ? '（演示数据，虚构人员）' : ''}`,
  PersonLeft: ({ data }, names) =>
    `离任：${names.personName(data.person)}，自${data.on}起${reasonText(data)}`,
  LeaveRecorded: ({ data }, names) =>
    `请假：${names.personName(data.person)}，${periodText(data)}${reasonText(data)}`,
  LeaveEnded: ({ data }, names) => `销假：${names.personName(data.person)}，自${data.on}起`,
  DelegationGranted: ({ data }, names) =>
    `委托代行（第${data.delegation}号）：${names.personName(data.person)}委托${names.personName(data.to)}，${periodText(data)}，` +
    `经${names.personName(data.approver)}批准${reasonText(data)}`,
  DelegationRevoked: ({ data }) => `撤销委托（第${data.delegation}号），自${data.on}起`,
  OversightAssigned: ({ data }) => `分管：${data.divisions.join('、') || '不分管庭室'}，自${data.from}起`,
};

const reasonText = ({ reason }: { readonly reason: string | null }): string =>
  reason === null ? '' : `，${reason}`;

const periodText = ({ from, until }: Validity): string =>
  `自${from ?? ''}起${until === null ? '' : `至${until}前`}`;
