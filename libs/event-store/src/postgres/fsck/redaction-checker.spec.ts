import {
  fieldDigests,
  PAYLOAD_REDACTED,
  withholdFields,
  type JsonObject,
  type SealedEvent,
} from '@liuhen/kernel';
import { sealedChain, TEST_LOG } from '../../testing';
import { isCarriedOut, RedactionChecker } from './redaction-checker';

const [event] = sealedChain(1, { data: { name: '张某', reason: '依申请' } }) as [SealedEvent];
const digests = Object.fromEntries(fieldDigests(TEST_LOG.hash, event.payloadText));
const without = (...fields: readonly string[]): SealedEvent => {
  const gone = new Set(fields.map((field) => digests[field] ?? ''));
  return { ...event, payloadText: withholdFields(TEST_LOG.hash, event.payloadText, gone) };
};

const redaction = (change: JsonObject = {}, stream = event.header.stream): SealedEvent => {
  const data = { event: event.header.id, rev: 0, digests: { name: digests.name ?? '' }, ...change };
  const [sealed] = sealedChain(1, { after: event, stream, header: { type: PAYLOAD_REDACTED }, data });
  return sealed ?? event;
};

function check(...events: readonly SealedEvent[]) {
  const checker = new RedactionChecker();
  events.forEach(({ header, payloadText }, index) => {
    const where = { position: BigInt(index + 1), stream: header.stream };
    checker.see({ header, payload: payloadText, where });
  });
  return { unexplained: [...checker.unexplained()].map(({ position }) => position), named: checker.named };
}

describe('what is withheld', () => {
  it('is explained by a redaction of its stream', () => {
    expect(check(without('name'), redaction())).toEqual({ unexplained: [], named: [] });
  });

  it.each<[string, readonly SealedEvent[]]>([
    ['without a redaction', [without('name')]],
    ['by one of another event', [without('name'), redaction({ event: 'other' })]],
    ['by one of another stream', [without('name'), redaction({}, 'case-other')]],
    [
      'by one that names another field',
      [without('name'), redaction({ digests: { reason: digests.reason } })],
    ],
    ['by one that says nothing', [without('name'), redaction({ digests: {} })]],
    ['where one of two is named', [without('name', 'reason'), redaction()]],
  ])('is not explained %s', (_, events) => {
    expect(check(...events).unexplained).toEqual([1n]);
  });
});

describe('what a redaction names', () => {
  it('is looked at again where it was not seen withheld, and must be gone by then', () => {
    const { unexplained, named } = check(event, redaction());
    expect(unexplained).toEqual([]);
    expect(named).toEqual([expect.objectContaining({ rev: 0, digest: digests.name })]);
    const carriedOut = (payload: string | undefined) =>
      named.map((one) => isCarriedOut('sha256', one, payload));
    expect(carriedOut(event.payloadText)).toEqual([false]);
    expect(carriedOut(without('name').payloadText)).toEqual([true]);
    expect(carriedOut(undefined)).toEqual([false]);
  });
});
