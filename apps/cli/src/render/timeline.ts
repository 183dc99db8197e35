/** What a matter is called. */
interface Heading {
  readonly matter: string;
  readonly title: string;
  readonly instrumentName: string;
}

/** What the CLI reads in the answer to a question about the past: of a case, of a matter, or of a court's or post's. */
export interface History {
  readonly caseId?: string;
  readonly matter?: Heading;
  /** Of the court or post. */
  readonly name?: string;
  /** The matters among the events. */
  readonly matters?: readonly Heading[];
  readonly asOf: string | null;
  readonly until: string | null;
  /** In order of happening. */
  readonly events: readonly ToldEvent[];
  readonly notPlaced: number;
}

interface ToldEvent {
  readonly caseId: string | null;
  readonly matter: string | null;
  readonly line: string;
}

/** The history as lines to read: in order of happening, with a heading wherever another case or matter goes on. */
export function timeline(history: History): readonly string[] {
  const { asOf, until, events, notPlaced } = history;
  const headings = new Map(headingsIn(history).map((heading) => [heading.matter, headingText(heading)]));
  const subjectOf = ({ caseId, matter }: ToldEvent) => caseId ?? headings.get(matter ?? '') ?? '';
  const isNext = (event: ToldEvent, before: ToldEvent | undefined) =>
    event.caseId !== before?.caseId || event.matter !== before.matter;
  const body = events.flatMap((event, index) => [
    ...(isNext(event, events[index - 1]) ? ['', subjectOf(event)] : []),
    `  ${event.line}`,
  ]);
  return [`${titleOf(history)} 全程记录${cut(asOf, until)}`, ...body, '', ending(events.length, notPlaced)];
}

const headingsIn = ({ matter, matters = [] }: History): readonly Heading[] =>
  matter ? [matter, ...matters] : matters;

const headingText = ({ title, instrumentName }: Heading): string => `【${instrumentName}】${title}`;

const titleOf = ({ caseId, matter, name }: History): string =>
  caseId ?? (matter ? headingText(matter) : `${name ?? ''}督导事项`);

function cut(asOf: string | null, until: string | null): string {
  const parts = [
    ...(asOf === null ? [] : [`截至 ${asOf} 所知`]),
    ...(until === null ? [] : [`截至 ${until} 所发生`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

const ending = (shown: number, notPlaced: number): string =>
  `共 ${String(shown)} 个事件` +
  (notPlaced === 0 ? '' : `；另有 ${String(notPlaced)} 个时间不明、无法判断当时是否已发生，未列出`);
