import type { Power } from '@liuhen/courts';
import { answering, issuing } from '../matter-rules/matter-power';
import type { BulletinCommand } from './bulletin.decider';

export const bulletinPowers: Readonly<Record<BulletinCommand['type'], Power>> = {
  CheckFigures: issuing('核验通报数据'),
  ObjectToFigure: answering('对通报数据提出异议'),
  AnswerFigureObjection: issuing('答复对通报数据的异议'),
  CorrectBulletin: issuing('更正通报数据'),
  CloseObjectionWindow: issuing('异议期满处理'),
};
