import { dueText, type DueTime } from './due-text';

/** What the CLI reads of one duty. */
export interface ListedDuty extends DueTime {
  readonly caseNumber: string | null;
  readonly matter: string | null;
  readonly matterTitle: string | null;
  readonly stream: string;
  readonly kindName: string;
  readonly holder: { readonly courtName: string; readonly postTitle: string };
  readonly answering: { readonly name: string | null };
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

function dutyLines({ kindName, holder, answering, basis, ...duty }: ListedDuty): readonly string[] {
  const who = `${holder.courtName}${holder.postTitle}${answering.name ?? ''}`;
  return [
    `  ${[subjectText(duty), kindName, dueText(duty), who].join('  ')}`,
    ...(basis.length === 0 ? [] : [`    依据：${basis.map(({ text }) => text).join('、')}`]),
  ];
}

const SHORT_ID = 8;

/** The case or the matter in which it is owed. */
function subjectText(duty: Pick<ListedDuty, 'caseNumber' | 'matter' | 'matterTitle' | 'stream'>): string {
  const { caseNumber, matter, matterTitle, stream } = duty;
  if (matterTitle !== null) return `《${matterTitle}》`;
  return caseNumber ?? (matter === null ? stream : `督导事项${matter.slice(0, SHORT_ID)}`);
}
