import { refuserOf, type RefusalTable } from '@liuhen/kernel';

/** What every act on a case may refuse. */
export const caseFileRefusals = {
  'case-not-found': { text: '没有这个案件，或者您无权查阅' },
  'inner-file-not-permitted': { text: '您无权查阅本案副卷' },
  'protected-documents-not-permitted': { text: '本案受案件保护，文书不提供给其他法院的人' },
  'document-not-stored': { text: '没有上传这份文书，请先上传' },
  'document-misdescribed': { text: '文书的摘要或者长度与上传的内容不符，请照上传时的答复填写' },
  'import-not-permitted': { text: '只有案件系统可以导入既有记录' },
} satisfies RefusalTable;

export const refuse = refuserOf(caseFileRefusals);
