import { seal, withholdFields, fieldDigests, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { document } from '../court-rules/testing/nanming-case';
import { redactionTarget } from './redaction-target';

const types = { Sat: { schema: 1, erasable: { materials: { title: '材料', reads: [] } } } };
const sat: StoredEvent = {
  ...seal(
    'sha256',
    someHeader({ type: 'Sat', rev: 4, secrecy: 'inner' }),
    { materials: [{ ...document }, { note: ['甲', 1] }], opinion: '同意' },
    () => 'salt',
  ),
  position: '1' as Position,
};
const digests = fieldDigests('sha256', sat.payloadText);

describe('what may be taken away of an event', () => {
  it('is what its type says, with the documents and texts that are in it', () => {
    expect(redactionTarget('sha256', types, sat)).toEqual({
      ...{ event: sat.header.id, rev: 4, type: 'Sat', secrecy: 'inner' },
      erasable: { materials: '材料' },
      shown: {
        materials: {
          digest: digests.get('materials'),
          documents: [document.sha256],
          texts: [document.mediaType, document.name, document.sha256, document.sm3, '甲'],
        },
        opinion: { digest: digests.get('opinion'), documents: [], texts: ['同意'] },
      },
    });
  });

  it('is not what is gone', () => {
    const gone = new Set([digests.get('materials') ?? '']);
    const payloadText = withholdFields('sha256', sat.payloadText, gone);
    expect(Object.keys(redactionTarget('sha256', types, { ...sat, payloadText }).shown)).toEqual(['opinion']);
  });

  it('is nothing of a type that nobody knows', () => {
    expect(redactionTarget('sha256', {}, sat).erasable).toEqual({});
    expect(redactionTarget('sha256', { Sat: { schema: 1 } }, sat).erasable).toEqual({});
  });
});
