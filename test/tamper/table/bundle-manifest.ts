import { JIA, newLab, tamperedWith } from '@liuhen/ledger/testing';
import { utf8 } from '@liuhen/ledger';
import { each, inBundle, inFile, known, withBytes, withFiles } from '../support/tampered-bundles';
import type { Cells } from './cell';

const MANIFEST = 'manifest.json';

const inManifest = (name: string, from: string, to: string) =>
  inBundle({ name, finds: ['malformed'], given: inFile(MANIFEST, (text) => text.replace(from, to)) });

export const MANIFESTS: Cells<'P24'> = {
  P24: {
    T1: [
      known('manifest-of-other-checkpoint', 'another size of the tree'),
      known('cases-untrue', 'other case numbers'),
      known('file-altered', 'a file changed, and its digest not'),
      inManifest('a space', ':', ': '),
      inManifest('a number written otherwise', '"treeSize":9', '"treeSize":9.0'),
    ],
    T2: [
      inBundle({
        name: 'a case left out of the list',
        finds: ['cases-untrue'],
        given: tamperedWith(({ manifest }) => ({
          manifest: { ...manifest, cases: manifest.cases.filter((one) => one.case !== JIA) },
        })),
      }),
      inBundle({
        name: 'the manifest left out',
        finds: ['malformed'],
        given: withBytes(MANIFEST, 'manifest.jsom'),
      }),
    ],
    T13: [
      known('header-of-other-log', 'an event of another log, which this one has signed', 'C'),
      inBundle({
        name: 'said to be of the log of another court',
        finds: ['manifest-of-other-checkpoint'],
        given: tamperedWith(({ manifest }) => ({
          manifest: { ...manifest, origin: 'other.invalid/business' },
        })),
      }),
      inBundle({
        name: 'said to be hashed with SM3',
        finds: ['file-altered'],
        given: inFile(MANIFEST, (text) => text.replace('"sha256"', '"sm3"')),
      }),
      inBundle({
        name: 'the log of another court, with a key of its own',
        finds: ['log-unknown'],
        given: async () => {
          const lab = newLab({ origin: 'other.invalid/business' });
          lab.append(`case-${JIA}`);
          await lab.recordHeads();
          await lab.checkpoint();
          const { logs } = newLab().policy();
          return { lab, policy: (policy) => ({ ...policy, logs }) };
        },
      }),
    ],
    T33: [inManifest('a policy of its own', '{', '{"policy":"quorum none",')],
    T34: each(
      {
        'a file added': withFiles((files) => new Map([...files, ['more.txt', utf8('更多')]])),
        'a file left out': withFiles(
          (files) => new Map([...files].filter(([name]) => name !== 'heads.json')),
        ),
        'a file renamed': withBytes('heads.json', 'heads.jsom'),
        'a file that is there twice': withBytes('starts.jsonl', 'events.jsonl'),
        'a file outside of the directory': withBytes('README.zh.txt', '../README.txt'),
      },
      (given, name) => inBundle({ name, finds: ['malformed'], given }),
    ),
  },
};
