import { allEvents, type Evidence, type Leaf } from '../evidence';
import type { FindingCode } from '../findings';
import { firstWrong, type Check } from './check';

/** Each header is canonical to the byte, of this log, and where it says that it is. */
export const checkHeaders: Check = (evidence) => {
  const { cases } = evidence.bundle.manifest;
  const numbers = new Map(cases.map(({ stream, case: number }) => [stream, number]));
  const events = allEvents(evidence);
  const shown = events.filter((event) => event.shown).length;
  return (
    firstWrong(events, (event) => faultOf(evidence, event, numbers)) ??
    `${String(shown)} 条事件头均为规范写法，日志、流和序号相符`
  );
};

function faultOf(
  { bundle }: Evidence,
  { shown, stream, rev }: Leaf,
  numbers: ReadonlyMap<string, string>,
): FindingCode | undefined {
  if (!shown) return undefined;
  const { header } = shown;
  if (!header) return 'header-malformed';
  if (header.log !== bundle.manifest.log) return 'header-of-other-log';
  if (header.stream !== stream || header.rev !== rev) return 'header-in-other-place';
  const isOther = header.case !== null && header.case !== (numbers.get(stream) ?? header.case);
  return isOther ? 'header-of-other-case' : undefined;
}
