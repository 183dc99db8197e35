import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const executeRefusals = {
  'idempotency-key-reused': { text: '同一幂等键已用于另一内容的请求' },
  'stale-revision': { text: '该记录在您查看之后已有变动，请刷新后再提交' },
} satisfies RefusalTable;

export const refuse = refuserOf(executeRefusals);
