import type { Sentences } from '@liuhen/kernel';
import type { BulletinEvent } from './bulletin.events';

export const bulletinSentences: Sentences<BulletinEvent> = {
  FiguresChecked: ({ data: { asOf, figures, ranked } }) =>
    `核验通报数据${figures.length}项（截至${asOf}）${ranked ? '，排名排序' : '，不排名排序'}`,
  FigureObjected: ({ data: { objection, figure, reason } }) =>
    `对第${figure}项数据提出异议（第${objection}号）：${reason}`,
  FigureObjectionAnswered: ({ data: { objection, upheld, reason } }) =>
    `答复第${objection}号异议：${upheld ? '成立' : '不成立'}。${reason}`,
  BulletinCorrected: ({ data: { corrections, reason } }) =>
    `更正通报：${corrections.map(({ figure, was, now }) => `第${figure}项由${was}改为${now}`).join('；')}。${reason}`,
  ObjectionWindowClosed: () => '异议期满，异议均已处理',
};
