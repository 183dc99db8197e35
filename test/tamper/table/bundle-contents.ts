import { utf8, type ShownEvent } from '@liuhen/ledger';
import { newLab, JIA, tamperedWith, withEvent } from '@liuhen/ledger/testing';
import { each, inBundle, inFile, known, withFiles } from '../support/tampered-bundles';
import { notHere, type Cells } from './cell';

const inPayload = (change: (lines: readonly string[]) => readonly string[]) =>
  withEvent(1, (event) => ({ ...event, payload: change(event.payload) }));

const addedFile = (name: string, path: string) =>
  inBundle({
    name,
    finds: ['malformed'],
    given: withFiles((files) => new Map([...files, [path, utf8('quorum none\n')]])),
  });

/** The first event of the case, whose field was taken away by law, with another one in its place. */
const restored = tamperedWith(({ events }) => {
  const [first, ...others] = events;
  const invented = newLab({ seed: 'invented' }).append(`case-${JIA}`, {
    data: { 经过: '第0件事', 当事人: '李四' },
  });
  return { events: [{ ...first, payload: invented.payloadText.split('\n') } as ShownEvent, ...others] };
});

export const CONTENTS: Cells<'P28' | 'P29' | 'P30' | 'P31'> = {
  P28: {
    T1: [
      known('payload-altered', 'another value'),
      known('payload-unreadable', 'what is no field', 'C'),
      ...each(
        {
          'another salt': inPayload((lines) => lines.map((line) => line.replace(/^\["[^"]/, '["A'))),
          'another name': inPayload((lines) => lines.map((line) => line.replace('当事人', '第三人'))),
        },
        (given, name) => inBundle({ name, finds: ['payload-altered'], first: 2, given }),
      ),
    ],
    T2: [
      known('field-missing', 'a field withheld without a word'),
      inBundle({
        name: 'a field left out with its digest',
        finds: ['payload-altered'],
        first: 2,
        given: inPayload((lines) => lines.slice(1)),
      }),
    ],
    T20: [
      known('redacted-field-shown', 'a field shown again that was taken away by law'),
      known('withheld-untrue', 'a field said to be withheld that never was'),
      inBundle({
        name: 'another value in the place of what was taken away by law',
        finds: ['payload-altered'],
        first: 0,
        given: restored,
      }),
      inBundle({
        name: 'the event of the redaction left out',
        finds: ['cases-untrue', 'field-missing', 'events-missing'],
        given: tamperedWith(({ events }) => ({ events: events.filter(({ index }) => index !== 5) })),
      }),
    ],
  },
  P29: {
    T6: [
      known('head-missing', 'the head of a case left out'),
      known('beyond-heads', 'heads from before the case'),
      known('heads-stale', 'old heads under a new checkpoint'),
      known('restarts-missing', 'new starts left out'),
    ],
    T30: [
      known('head-other', 'recorded heads that do not know the last events', 'C'),
      known('head-proof-wrong', 'another revision than is proved'),
      known('heads-altered', 'another event as the one that records the heads'),
      known('heads-of-other-tree', 'the heads of another tree'),
      known('case-exists', 'a case said not to exist'),
    ],
  },
  P30: {
    T32: notHere(
      'no time-stamping authority is asked: when an event was recorded is told by the clocks of the cosigners (P22, P27)',
    ),
  },
  P31: {
    T1: [
      inBundle({
        name: 'another explanation of the files',
        finds: ['malformed'],
        given: inFile('README.zh.txt', (text) => `${text}核验通过\n`),
      }),
    ],
    T15: [addedFile('keys', 'keys/log.vkey')],
    T33: [addedFile('a policy', 'policy.txt')],
  },
};
