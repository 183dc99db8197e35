import { allEvents, type Leaf } from '../evidence';
import type { FindingCode } from '../findings';
import { withheldFields, type Withholding } from '../withheld-fields';
import { firstWrong, type Check } from './check';

/** Headers commit to what is shown, and for what is not shown there is a reason. */
export const checkPayload: Check = (evidence) => {
  const reasons = withheldFields(evidence);
  const events = allEvents(evidence);
  const wrong = firstWrong(events, (event) => faultOf(event, reasons));
  if (wrong) return wrong;
  const all = events.flatMap((event) => reasons.of(event));
  const redacted = all.filter(({ why }) => why === 'redacted').length;
  return (
    '内容与事件头的承诺相符' +
    (redacted === 0 ? '' : `；${String(redacted)} 个字段已依法遮蔽`) +
    (redacted === all.length ? '' : `；${String(all.length - redacted)} 个字段无权查阅`)
  );
};

function faultOf(event: Leaf, reasons: Withholding): FindingCode | undefined {
  if (!event.shown) return undefined;
  const { header, payload } = event.shown;
  if (header && payload.hash !== header.payloadHash) return 'payload-altered';
  if (!payload.data) return 'payload-unreadable';
  if (reasons.of(event).some(({ why }) => why === 'unexplained')) return 'field-missing';
  const taken = reasons.takenFrom(event);
  return payload.shown.some((digest) => taken.has(digest)) ? 'redacted-field-shown' : undefined;
}
