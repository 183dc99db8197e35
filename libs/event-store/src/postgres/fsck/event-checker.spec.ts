import { digest, type SealedEvent } from '@liuhen/kernel';
import { sealedChain, TEST_LOG } from '../../testing';
import { EventChecker, type EventRow } from './event-checker';

const rowOf = ({ header, headerText, payloadText, leafHash }: SealedEvent, position: number): EventRow => ({
  position: String(position),
  stream: header.stream,
  rev: String(header.rev),
  id: header.id,
  type: header.type,
  recorded_at: header.recordedAt,
  leaf: leafHash,
  header: headerText,
  payload: payloadText,
});

const kindsOf = (...rows: readonly EventRow[]): readonly string[] => {
  const checker = new EventChecker(TEST_LOG);
  return rows.flatMap((row) => [...checker.check(row)].map(({ kind }) => kind));
};

describe('the event checker', () => {
  it('finds nothing in a chain as it was sealed', () => {
    expect(kindsOf(...sealedChain(3).map((event, index) => rowOf(event, index + 1)))).toEqual([]);
  });

  it('finds a stream whose clock goes back', () => {
    const first = sealedChain(1, { header: { recordedAt: '2026-03-01T01:00:00.001Z' } });
    const second = sealedChain(1, { after: first[0], header: { recordedAt: '2026-03-01T01:00:00.000Z' } });
    expect(kindsOf(...[...first, ...second].map((event, index) => rowOf(event, index + 1)))).toEqual([
      'clock-decreases',
    ]);
  });

  it('tells a fault once and goes on from what it found', () => {
    const rows = sealedChain(4).map((event, index) => rowOf(event, index + 1));
    expect(kindsOf(...rows.filter(({ rev }) => rev !== '1'))).toEqual([
      'missing-position',
      'revision-gap',
      'broken-chain',
    ]);
  });

  it('goes on after a header that cannot be read', () => {
    const rows = sealedChain(3).map((event, index) => rowOf(event, index + 1));
    const [first, second, third] = rows.map((row) => (row.rev === '1' ? { ...row, header: 'null' } : row));
    if (!first || !second || !third) throw new Error('three rows');
    expect(kindsOf(first, second, third)).toEqual(['leaf-mismatch', 'invalid-header', 'broken-chain']);
  });

  it('accepts the digest of a field in its place, and no other', () => {
    const [event] = sealedChain(1, { log: TEST_LOG });
    if (!event) throw new Error('one event');
    const withheld = rowOf(event, 1);
    const field = digest('sha256', 'field', withheld.payload);
    expect(kindsOf({ ...withheld, payload: field })).toEqual([]);
    expect(
      kindsOf({ ...withheld, payload: field.replace(/^./, (first) => (first === '0' ? '1' : '0')) }),
    ).toEqual(['payload-mismatch']);
  });
});
