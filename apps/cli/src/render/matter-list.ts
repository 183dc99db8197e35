import { dueText } from './due-text';

interface Holder {
  readonly courtName: string;
  readonly postTitle: string;
}

/** What the CLI reads of one matter. */
export interface ListedMatter {
  readonly matter: string;
  readonly instrumentName: string;
  readonly title: string;
  readonly number: string | null;
  readonly stageName: string;
  readonly issuer: Holder;
  readonly targets: readonly { readonly courtName: string }[];
  readonly next: {
    readonly kindName: string;
    readonly holder: Holder;
    readonly answering: { readonly name: string | null };
    readonly due: string | null;
    readonly daysLate: number;
  } | null;
  readonly returned: number;
  readonly items: number;
  readonly itemsDone: number;
  readonly itemsLate: number;
}

/** Matters as lines to read. */
export const matterLines = (matters: readonly ListedMatter[]): readonly string[] => [
  ...matters.flatMap(linesOf),
  `共 ${String(matters.length)} 项`,
];

const linesOf = (matter: ListedMatter): readonly string[] => [
  `【${matter.instrumentName}】${matter.title}${matter.number === null ? '' : `（${matter.number}）`}  ${matter.stageName}`,
  `  ${holderText(matter.issuer)} → ${courtsText(matter)}`,
  ...(matter.next ? [`  待办：${nextText(matter.next)}`] : []),
  ...(matter.returned + matter.items === 0 ? [] : [`  ${progressText(matter)}`]),
  `  编号：${matter.matter}`,
  '',
];

const holderText = ({ courtName, postTitle }: Holder): string => `${courtName}${postTitle}`;

const courtsText = ({ targets }: ListedMatter): string =>
  [...new Set(targets.map(({ courtName }) => courtName))].join('、');

const nextText = ({ kindName, holder, answering, ...time }: NonNullable<ListedMatter['next']>): string =>
  [kindName, dueText({ ...time, provisional: false }), `${holderText(holder)}${answering.name ?? ''}`].join(
    '  ',
  );

const progressText = ({ returned, items, itemsDone, itemsLate }: ListedMatter): string =>
  `退回 ${String(returned)} 次，整改 ${String(itemsDone)}/${String(items)}` +
  (itemsLate === 0 ? '' : `，其中逾期 ${String(itemsLate)}`);
