import type { Power } from '@liuhen/courts';
import { answering, issuing, ofTheClock } from '../matter-rules/matter-power';
import type { SupervisionMatterCommand } from './supervision-matter.decider';

export const supervisionMatterPowers: Readonly<Record<SupervisionMatterCommand['type'], Power>> = {
  DraftMatter: issuing('起草督导事项'),
  ApproveMatter: issuing('批准督导事项'),
  DeclineMatter: issuing('不予批准督导事项'),
  IssueMatter: issuing('发出督导事项'),
  ReceiveMatter: answering('签收督导事项'),
  LapseReceipt: ofTheClock('逾期视为签收'),
  CancelMatter: issuing('撤销督导事项'),
  RequestExtension: answering('申请延期'),
  GrantExtension: issuing('批准延期'),
  RefuseExtension: issuing('不批准延期'),
  ReplyToMatter: answering('答复督导事项'),
  ExamineReply: issuing('逐项审核答复'),
  AcceptReply: issuing('采纳答复'),
  ReturnReply: issuing('退回答复'),
  EscalateMatter: issuing('升级为另一督导方式'),
  ReportRectification: answering('报送整改'),
  CheckRectification: issuing('验收整改'),
  CloseOutMatter: issuing('销号'),
  FollowUpMatter: issuing('回头看'),
  ArchiveMatter: issuing('督导事项归档'),
};
