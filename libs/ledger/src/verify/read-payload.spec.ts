import { payloadData, payloadHash, sealPayload, withholdFields } from '@liuhen/kernel';
import fc from 'fast-check';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { readPayload } from './read-payload';

const payloads = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());

describe('a payload', () => {
  it.each(['sha256', 'sm3'] as const)('has the hash that %s sealed, whatever is withheld of it', (hash) => {
    fc.assert(
      fc.property(payloads, fc.infiniteStream(fc.boolean()), (data, chance) => {
        const sealed = sealPayload(hash, data, () => 'salt');
        const isChosen = (): boolean => chance.next().value === true;
        const { shown } = readPayload(nodeSuite.hash(hash), linesOf(sealed.text));
        const text = withholdFields(hash, sealed.text, new Set(shown.filter(isChosen)));
        for (const suite of [nodeSuite, browserSuite]) {
          const read = readPayload(suite.hash(hash), linesOf(text));
          expect(read.hash).toBe(sealed.hash);
          expect(read.hash).toBe(payloadHash(hash, text));
          expect(read.data).toEqual(payloadData(text));
          expect(new Set([...read.shown, ...read.withheld])).toEqual(new Set(shown));
        }
      }),
    );
  });

  it.each(['{}', '[]', '["salt","name"]', '["salt",1,2]', 'text', '["s","a",1]\n["s","a",2]'])(
    'that is %s has no data',
    (text) => {
      expect(readPayload(nodeSuite.hash('sha256'), linesOf(text)).data).toBeUndefined();
    },
  );
});

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
