import { digest } from '../hash';
import type { JsonObject } from '../json';
import { someHeader } from '../testing';
import { fieldDigests, InvalidPayload, payloadData, payloadHash, withheldDigests } from './payload';
import { PAYLOAD_REDACTED, redactedPayload, redactionIn } from './redaction';
import { seal } from './sealed-event';

const salt = () => Buffer.alloc(32, 7).toString('base64');
const ID = '019a0000-0000-7000-8000-000000000007';

const registered = seal(
  'sha256',
  someHeader({ id: ID, rev: 3 }),
  { cause: '离婚纠纷', stage: '一审', number: 1 },
  salt,
);
const shown = fieldDigests('sha256', registered.payloadText);
const digestOf = (field: string): string => shown.get(field) ?? '';

const redaction = (...fields: readonly string[]) => ({
  event: ID,
  rev: 3,
  digests: Object.fromEntries(fields.map((field) => [field, digestOf(field)])),
});

const redacting = (data: JsonObject, type = PAYLOAD_REDACTED) =>
  seal('sha256', someHeader({ type }), data, salt);

describe('a redaction', () => {
  it('names fields by the digests to which the header of their event commits', () => {
    expect([...shown.keys()]).toEqual(['cause', 'number', 'stage']);
    expect(digestOf('cause')).toBe(digest('sha256', 'field', `["${salt()}","cause","离婚纠纷"]`));
  });

  it('leaves of a field its digest alone, and the commitment as it was', () => {
    const payload = redactedPayload('sha256', registered, redaction('cause', 'number')) ?? '';
    expect(payloadData(payload)).toEqual({ stage: '一审' });
    expect(withheldDigests(payload)).toEqual([digestOf('cause'), digestOf('number')]);
    expect(payloadHash('sha256', payload)).toBe(registered.header.payloadHash);
  });

  it('may name again what another took away', () => {
    const payloadText = redactedPayload('sha256', registered, redaction('cause')) ?? '';
    const again = redactedPayload('sha256', { ...registered, payloadText }, redaction('cause', 'stage'));
    expect(payloadData(again ?? '')).toEqual({ number: 1 });
  });

  it.each([
    ['of another event', { ...redaction('cause'), event: someHeader().id }],
    ['of another revision', { ...redaction('cause'), rev: 2 }],
    ['under another name', { ...redaction(), digests: { stage: digestOf('cause') } }],
    ['of what it never held', { ...redaction(), digests: { cause: '0'.repeat(64) } }],
  ])('does not fit an event if it is %s', (_, other) => {
    expect(redactedPayload('sha256', registered, other)).toBeUndefined();
  });

  it('takes nothing from a redaction', () => {
    const header = { ...registered.header, type: PAYLOAD_REDACTED };
    expect(redactedPayload('sha256', { ...registered, header }, redaction('cause'))).toBeUndefined();
  });

  it('is read from the events of its type alone', () => {
    const data = { ...redaction('cause'), reason: '依申请' };
    expect(redactionIn(redacting(data))).toEqual(redaction('cause'));
    expect(redactionIn(redacting(data, 'SomethingHappened'))).toBeUndefined();
  });

  it.each<JsonObject>([
    { rev: 3, digests: redaction('cause').digests },
    { event: ID, digests: redaction('cause').digests },
    { event: ID, rev: 3, digests: {} },
    { event: ID, rev: 3 },
    { event: ID, rev: 3, digests: null },
    { event: ID, rev: 3, digests: { cause: 'x' } },
  ])('is refused where it does not say what it takes away: %j', (data) => {
    expect(() => redactionIn(redacting(data))).toThrow(InvalidPayload);
  });
});
