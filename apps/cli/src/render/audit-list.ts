import { basisText, type LawArticle } from '@liuhen/kernel';
import { judgements, outcomes, type Judgement, type Outcome } from '@liuhen/supervision/vocabulary';

interface Finding {
  readonly code: string;
  readonly finding: Judgement;
  readonly law: readonly LawArticle[];
  readonly message: string;
  readonly missing?: readonly string[];
}

/** What the CLI reads of one audited decision. */
export interface AuditedDisposition {
  readonly caseId: string;
  readonly court: { readonly code: string | null; readonly name: string | null };
  readonly decidedOn: string | null;
  readonly outcomes: readonly Outcome[];
  readonly finding: Judgement;
  readonly findings: readonly Finding[];
  readonly event: { readonly id: string; readonly rev: number; readonly leaf: string };
}

/** What needs somebody comes first. */
const ORDER: readonly Judgement[] = ['contrary', 'notAssessable', 'justified'];

/** The audit as lines to read, grouped by finding. */
export function auditList(items: readonly AuditedDisposition[]): readonly string[] {
  const groups = ORDER.map((finding) => ({
    finding,
    found: items.filter((item) => item.finding === finding),
  }));
  const totals = groups
    .map(({ finding, found }) => `${judgements[finding]} ${String(found.length)}`)
    .join('，');
  return [
    `发改指审计：共 ${String(items.length)} 件，${totals}`,
    ...groups.flatMap(({ finding, found }) =>
      found.length === 0 ? [] : ['', `【${judgements[finding]}】`, ...found.flatMap(dispositionLines)],
    ),
  ];
}

function dispositionLines({ caseId, court, decidedOn, ...item }: AuditedDisposition): readonly string[] {
  const decided = item.outcomes.map((outcome) => outcomes[outcome]).join('、');
  return [
    [`  ${caseId}`, court.name ?? court.code ?? '法院不明', decidedOn ?? '日期不明', decided].join('  '),
    ...item.findings.flatMap(findingLines),
    `    事件：${item.event.id}（案件流第 ${String(item.event.rev)} 号，叶哈希 ${item.event.leaf}）`,
  ];
}

const findingLines = ({ code, finding, law, message, missing = [] }: Finding): readonly string[] => [
  `    ${judgements[finding]} ${code}：${message}`,
  ...byStatute(law).map((articles) => `      条文：${articles}`),
  ...missing.map((wanted) => `      尚缺：${wanted}`),
];

/** One line for all articles of a statute's version. */
function byStatute(law: readonly LawArticle[]): readonly string[] {
  const lines = new Map<string, string>();
  for (const { statute, version, article } of law) {
    const key = JSON.stringify([statute, version]);
    const before = lines.get(key);
    lines.set(key, before === undefined ? basisText({ statute, version, article }) : `${before}、${article}`);
  }
  return [...lines.values()];
}
