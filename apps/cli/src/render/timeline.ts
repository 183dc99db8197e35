/** What the CLI reads in the answer to a question about the past. */
export interface History {
  readonly caseId: string;
  readonly asOf: string | null;
  readonly until: string | null;
  /** In order of happening. */
  readonly events: readonly { readonly caseId: string; readonly line: string }[];
  readonly notPlaced: number;
}

/** The history as lines to read: in order of happening, with a heading wherever another case goes on. */
export function timeline({ caseId, asOf, until, events, notPlaced }: History): readonly string[] {
  const body = events.flatMap((event, index) => [
    ...(events[index - 1]?.caseId === event.caseId ? [] : ['', event.caseId]),
    `  ${event.line}`,
  ]);
  return [`${caseId} 全程记录${cut(asOf, until)}`, ...body, '', ending(events.length, notPlaced)];
}

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
