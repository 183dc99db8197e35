/** What the CLI reads of one duty. */
export interface ListedDuty {
  readonly caseNumber: string | null;
  readonly stream: string;
  readonly kindName: string;
  readonly holder: { readonly courtName: string; readonly postTitle: string };
  readonly answering: { readonly name: string | null };
  readonly due: string | null;
  readonly provisional: boolean;
  readonly daysLate: number;
  readonly basis: readonly { readonly text: string }[];
}

interface Part {
  /** Soonest due first. */
  readonly items: readonly ListedDuty[];
  readonly more: boolean;
}

/** What the CLI reads of a worklist. */
export interface Worklist {
  readonly mine: Part;
  readonly delegated: Part;
  readonly owedToMe: Part;
}

/** The worklist as lines to read. */
export const worklistLines = ({ mine, delegated, owedToMe }: Worklist): readonly string[] => [
  ...partLines('我应办', mine),
  '',
  ...partLines('我代办（受委托，或者岗位空缺）', delegated),
  '',
  ...partLines('等他人办', owedToMe),
];

const partLines = (title: string, { items, more }: Part): readonly string[] => [
  `【${title}】${items.length === 0 ? '无' : ` ${String(items.length)}${more ? ' 项以上' : ' 项'}`}`,
  ...items.flatMap(dutyLines),
];

function dutyLines({ caseNumber, stream, kindName, holder, answering, basis, ...time }: ListedDuty) {
  const who = `${holder.courtName}${holder.postTitle}${answering.name ?? ''}`;
  return [
    `  ${[caseNumber ?? stream, kindName, dueText(time), who].join('  ')}`,
    ...(basis.length === 0 ? [] : [`    依据：${basis.map(({ text }) => text).join('、')}`]),
  ];
}

function dueText({
  due,
  provisional,
  daysLate,
}: Pick<ListedDuty, 'due' | 'provisional' | 'daysLate'>): string {
  if (due === null) return '未定期限';
  const late = daysLate === 0 ? '' : `，已逾期${String(daysLate)}日`;
  return `期限${due}${provisional ? '（暂定）' : ''}${late}`;
}
