/** 高院: 审管办主任, 审管办人员, 分管副院长. 贵阳中院: 院长, 分管副院长, 审管办主任. */
export const [MANAGER, OFFICER, VICE] = ['gu-ning', 'inspector', 'luo-jian'] as const;
export const [TARGET, TARGET_VICE, TARGET_MANAGER] = ['zhou-min', 'wu-tao', 'feng-yan'] as const;
/** 遵义中院院长, 高院法官, 高院信息中心人员, 贵阳中院法官, 南明区法院院长. */
export const STRANGERS = ['dong-ping', 'sun-jing', 'ma-chao', 'wang-ning', 'chen-lei'] as const;

const post = (id: string) => ({ court: id.split('.')[0], post: id });

/** What the high court asks of an intermediate one. */
export const INQUIRY = {
  instrument: 'writtenInquiry',
  title: '关于长期未结案件的函询',
  trigger: 'indicatorBreach',
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [
    { category: 'explanation', text: '说明清理缓慢的原因' },
    { category: 'rectification', text: '提出可以衡量的整改事项' },
  ],
  targets: [{ kind: 'court', court: '黔01', responsible: post('黔01.president') }],
  approver: post('黔.vice-president'),
};
export const ITEM = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
  owner: post('黔01.vice-president.civil'),
};
export const replyOf = (items: readonly object[]) => ({
  ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-06-30' },
  ...{ answers: ['书记员不足', '见整改事项'], items },
});
export const examined = (satisfied: boolean) => ({
  findings: [
    { satisfied: true, comment: '原因清楚' },
    { satisfied, comment: '见附表' },
  ],
  opinion: '逐项核对',
});
