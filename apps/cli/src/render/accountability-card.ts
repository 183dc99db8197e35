/** What the CLI reads of an accountability card. */
export interface AccountabilityCard {
  readonly caseId: string | null;
  readonly matter: { readonly title: string; readonly instrumentName: string } | null;
  readonly asOf: string | null;
  /** The inner file is in it, or what the issuing side of a matter does for itself. */
  readonly innerFile: boolean;
  readonly counts: {
    readonly opened: number;
    readonly open: number;
    readonly late: number;
    readonly discharged: number;
    readonly dischargedLate: number;
    readonly waived: number;
  };
  readonly parties: readonly {
    readonly partyName: string;
    readonly responsibilities: readonly { readonly line: string }[];
    readonly done: readonly { readonly line: string }[];
  }[];
}

/** The card as lines to read: each party with what it owed and what it did. */
export const accountabilityLines = ({ asOf, innerFile, counts, parties, ...subject }: AccountabilityCard) => [
  `${subjectText(subject)} 责任卡${asOf === null ? '' : `（截至 ${asOf} 所知）`}`,
  countsLine(counts),
  ...(innerFile ? [] : [`${subject.matter ? '发起一方的内部记录' : '副卷所载'}不在内：您无权查阅`]),
  ...parties.flatMap(({ partyName, responsibilities, done }) => [
    '',
    `【${partyName}】`,
    ...section('应负责任', responsibilities),
    ...section('所做的事', done),
  ]),
];

const subjectText = ({ caseId, matter }: Pick<AccountabilityCard, 'caseId' | 'matter'>): string =>
  matter ? `【${matter.instrumentName}】${matter.title}` : (caseId ?? '');

const countsLine = (counts: AccountabilityCard['counts']): string =>
  `责任 ${String(counts.opened)} 项：未办 ${String(counts.open)}（逾期 ${String(counts.late)}），` +
  `已办 ${String(counts.discharged)}（逾期 ${String(counts.dischargedLate)}），已免 ${String(counts.waived)}`;

const section = (title: string, told: readonly { readonly line: string }[]): readonly string[] => [
  `  ${title}：${told.length === 0 ? '无' : ''}`,
  ...told.map(({ line }) => `    ${line}`),
];
