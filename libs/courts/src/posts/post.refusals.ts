import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const postRefusals = {
  'post-already-established': { text: '该职务已设立' },
  'post-not-established': { text: '该职务尚未设立' },
  'post-kind-unknown': { text: '没有这一种类的职务' },
  'post-court-unknown': { text: '该职务所在的法院未登记' },
  'post-occupied': { text: '该职务届时已有人担任，应当先办理离任' },
  'person-already-in-post': { text: '该人员届时已担任此职务' },
  'person-not-in-post': { text: '该人员届时未担任此职务' },
  'leaves-before-appointment': { text: '离任日期应当晚于任职日期' },
} satisfies RefusalTable;

export const refuse = refuserOf(postRefusals);
