import type { CheckName } from '../policy/checks';

/** 核验结论. */
export const OUTCOMES = {
  verified: '核验通过',
  tampered: '经过篡改',
  incomplete: '不完整',
  'not-verifiable': '依此策略不能核验',
  malformed: '格式有误',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** 退出码 of the programs that verify. */
export const OUTCOME_EXITS: Readonly<Record<Outcome, number>> = {
  verified: 0,
  tampered: 1,
  incomplete: 2,
  'not-verifiable': 3,
  malformed: 4,
};
/** No verification took place, whatever the reason. */
export const NO_OUTCOME_EXIT = 5;

interface FindingKind {
  readonly check: CheckName;
  /** What it makes of the bundle. */
  readonly outcome: Exclude<Outcome, 'verified'>;
  readonly text: string;
  /** Counts whether or not the policy requires the check: what contradicts itself is believed by nobody. */
  readonly always?: true;
}

const tampered = (check: CheckName, text: string): FindingKind => ({
  ...{ check, text },
  outcome: 'tampered',
  always: true,
});
const incomplete = (check: CheckName, text: string): FindingKind => ({ check, text, outcome: 'incomplete' });
const unverifiable = (check: CheckName, text: string): FindingKind => ({
  ...{ check, text },
  outcome: 'not-verifiable',
});

/** What can be wrong with a bundle. */
export const FINDINGS = {
  malformed: { check: 'format', outcome: 'malformed', always: true, text: '不是证据包，或者写法不合格式' },

  'file-altered': tampered('manifest', '文件内容与清单所记的杂凑值不符'),
  'manifest-of-other-checkpoint': tampered('manifest', '清单所记的日志或者长度与检查点不符'),
  'cases-untrue': tampered('manifest', '清单所记的案件与所载的记录不符'),
  'withheld-untrue': tampered('manifest', '所列未显示的字段与记录不符'),

  'header-malformed': tampered('headers', '事件头不是规范的 JSON，或者有缺项、多项'),
  'header-of-other-log': tampered('headers', '事件头写的不是本日志'),
  'header-in-other-place': tampered('headers', '事件头写的流或者序号与所在之处不符'),
  'header-of-other-case': tampered('headers', '事件头写的是另一案号'),

  'not-in-tree': tampered('inclusion', '不在检查点的树中：记录或者证明经过改动'),

  'revision-not-next': tampered('chain', '序号不连续：有记录被删去、插入或者重复'),
  'previous-other': tampered('chain', '所指的前一事件不是前一条记录'),
  'order-other': tampered('chain', '在日志中的先后与序号不符'),
  'recorded-before-previous': tampered('chain', '记录时间早于前一条记录'),

  'payload-altered': tampered('payload', '内容与事件头的承诺不符'),
  'payload-unreadable': tampered('payload', '内容不成字段'),
  'field-missing': tampered('payload', '缺少字段：既没有依法遮蔽的记录，也没有列为无权查阅'),
  'redacted-field-shown': tampered('payload', '已依法遮蔽的字段仍有显示'),

  'log-unknown': unverifiable('checkpoint-signature', '策略中没有这个日志的公钥'),
  'log-signature-missing': unverifiable('checkpoint-signature', '没有策略所信日志公钥的签名'),
  'log-signature-wrong': tampered('checkpoint-signature', '日志签名不成立'),
  'trusted-checkpoint-contradicted': tampered(
    'checkpoint-signature',
    '与自存的检查点矛盾：日志的历史曾被改写',
  ),
  'trusted-checkpoint-unconnected': {
    ...incomplete('checkpoint-signature', '没有载入与自存检查点衔接的证明'),
    always: true,
  },

  'cosignature-wrong': tampered('cosignatures', '联署签名不成立'),
  'quorum-unmet': unverifiable('cosignatures', '联署未达到策略的要求'),

  'heads-altered': tampered('heads', '不是本日志记录各流之末的事件'),
  'heads-of-other-tree': tampered('heads', '各流之末所指的树与检查点不相接'),
  'head-proof-wrong': tampered('heads', '各流之末的证明不成立'),

  'head-other': tampered('completeness', '各流之末与所载的末条记录矛盾'),
  'case-exists': tampered('completeness', '清单称不存在的案件，各流之末中有'),
  'head-missing': incomplete('completeness', '没有载入该案的各流之末'),
  'events-missing': incomplete('completeness', '末尾缺少记录'),
  'beyond-heads': incomplete('completeness', '各流之末记录之时尚无此案，不能证明完整'),

  'bracket-inconsistent': tampered('time', '载入的另一检查点与检查点不相接'),
  'bracket-signature-wrong': tampered('time', '载入的另一检查点的签名不成立'),
  'recorded-too-early': { check: 'time', outcome: 'tampered', text: '倒签：记录时间早于尚无此记录的联署' },
  'recorded-too-late': { check: 'time', outcome: 'tampered', text: '记录时间晚于已有此记录的联署' },
  'time-unknown': unverifiable('time', '没有达到要求的联署，收录时间无从证明'),

  'freshness-unset': unverifiable('freshness', '策略没有规定检查点的时效'),
  'freshness-unknown': unverifiable('freshness', '没有达到要求的联署，检查点的时间无从证明'),
  stale: unverifiable('freshness', '检查点的联署已超过策略规定的时效'),
  'heads-stale': unverifiable(
    'freshness',
    '各流之末的记录已超过策略规定的时效，其后又有记录，末尾有无遗漏无从证明',
  ),
  'from-the-future': unverifiable('freshness', '检查点的联署时间晚于核验时间，请核对本机时钟'),

  'restart-other': tampered('starts', '重新起算的申明前后矛盾'),
  'restarts-missing': incomplete('starts', '重新起算的申明不全'),

  'signature-malformed': tampered('signatures', '本人签名的写法不合规定'),
  'signature-wrong': tampered('signatures', '本人签名不成立：不是用登记的密钥签的，或者所签的不是这项操作'),
  'signature-out-of-force': tampered('signatures', '签名所用的密钥当时不在有效期之内'),
  'signature-repeated': tampered('signatures', '同一签名用于先后两次操作'),
  'signers-altered': tampered('signatures', '签名人的密钥登记经过改动'),
  'signers-unproven': unverifiable('signatures', '签名人的密钥登记未经证明'),
  'key-unregistered': unverifiable('signatures', '签名所用的密钥没有登记在签名人名下，或者没有载入其登记'),
  'signature-missing': {
    ...unverifiable('signatures', '策略要求由本人签名的记录没有签名'),
    always: true,
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
export type FindingCode = keyof typeof FINDINGS;

/** What is wrong, and where first. */
export interface Finding {
  readonly code: FindingCode;
  /** Leaf of the first event of which it is true. */
  readonly firstBad?: number;
  /** What exactly, such as the name of a file. */
  readonly detail?: string;
}

export const kindOf = ({ code }: Pick<Finding, 'code'>): FindingKind => FINDINGS[code];
