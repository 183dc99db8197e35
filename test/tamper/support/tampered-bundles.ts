import { textOf, utf8, type FindingCode, type Report } from '@liuhen/ledger';
import {
  CASES,
  goldenLab,
  labBundle,
  reportOn,
  TAMPERINGS,
  type Given,
  type Lab,
} from '@liuhen/ledger/testing';
import { readZip } from '../../../libs/ledger/src/bundle/stored-zip';
import { writeBundle } from '../../../libs/ledger/src/bundle/write-bundle';
import { fitted } from '../../../libs/ledger/src/testing/fitted';
import type { Power, Tampering } from '../table/cell';
import type { Fault } from '../table/fault';

interface InBundle extends Pick<Tampering, 'name' | 'first'> {
  /** B unless said otherwise. */
  readonly power?: Power;
  readonly finds: readonly [FindingCode, ...FindingCode[]];
  readonly given: () => Promise<Given>;
}

/** A bundle that the verifier is handed. */
export const inBundle = ({ power = 'B', given, ...tampering }: InBundle): Tampering => ({
  ...tampering,
  power,
  detector: 'verifier',
  attempt: async () => faultsIn(await reportOn(await given())),
});

/** As the finding itself is shown to come about. */
export function known(code: FindingCode, name: string, power: Power = 'B'): Tampering {
  const [given, first] = TAMPERINGS[code];
  return inBundle({ name, power, finds: [code], given, ...(first !== undefined && { first }) });
}

/** Several that are found in the same way. */
export const each = <Way>(
  ways: Readonly<Record<string, Way>>,
  tampering: (way: Way, name: string) => Tampering,
): readonly [Tampering, ...Tampering[]] =>
  Object.entries(ways).map(([name, way]) => tampering(way, name)) as [Tampering, ...Tampering[]];

export const faultsIn = ({ checks }: Report): readonly Fault[] =>
  checks.flatMap(({ result, code, firstBad }) =>
    result === 'FAIL' && code !== null ? [{ code, at: firstBad }] : [],
  );

/** The text of a file of the golden bundle is another, and the manifest has its digest. */
export const inFile = (name: string, change: (text: string) => string) => async (): Promise<Given> => {
  const { lab, files } = await goldenFiles();
  const bytes = utf8(changed(textOf(files.get(name) ?? utf8('')), change));
  return { lab, bytes: fitted(new Map([...files, [name, bytes]]), name, lab.hash) };
};

/** The golden bundle has other files, and a manifest with their digests. */
export const withFiles =
  (change: (files: ReadonlyMap<string, Uint8Array>) => ReadonlyMap<string, Uint8Array>) =>
  async (): Promise<Given> => {
    const { lab, files } = await goldenFiles();
    return { lab, bytes: fitted(change(files), '', lab.hash) };
  };

/** The golden bundle has other bytes of the same length; text is one byte a character. */
export const withBytes = (from: string, to: string) => async (): Promise<Given> => {
  const lab = await goldenLab();
  const file = writeBundle(await labBundle(lab, CASES), lab.hash);
  const text = Buffer.from(file).toString('latin1');
  return {
    lab,
    bytes: Buffer.from(
      changed(text, (before) => before.replaceAll(from, to)),
      'latin1',
    ),
  };
};

async function goldenFiles(): Promise<{
  readonly lab: Lab;
  readonly files: ReadonlyMap<string, Uint8Array>;
}> {
  const lab = await goldenLab();
  return { lab, files: readZip(writeBundle(await labBundle(lab, CASES), lab.hash)) };
}

/** A tampering that changes nothing is none. */
function changed(text: string, change: (text: string) => string): string {
  const after = change(text);
  if (after === text) throw new Error('nothing was changed');
  return after;
}
