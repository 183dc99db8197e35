import type { Sentences } from '@liuhen/kernel';
import { postKindOf } from './post-kind';
import type { PostEvent } from './post.events';

export const postSentences: Sentences<PostEvent> = {
  PostEstablished: ({ data }) =>
    `设立职务：${data.title}（${postKindOf(data.kind)?.name ?? data.kind}，法院${data.court}）`,
  PersonAppointed: ({ data }) =>
    `任职：${data.name}，自${data.from}起${data.demonstration ? '（演示数据，虚构人员）' : ''}`,
  PersonLeft: ({ data }) =>
    `离任：${data.person}，自${data.on}起${data.reason === null ? '' : `，${data.reason}`}`,
};
