import type { Tampering } from '../table/cell';
import { COSIGNER, SIGNER, verifier, verifierWhoKept } from './detections';
import { GOLDEN_CASES } from './golden-cases';
import { retold, signed, type Change } from './retold';
import { withRows } from './tampered-rows';

/** What somebody who kept a checkpoint is told: the log is another; or it does not say. */
export const [CONTRADICTED, UNCONNECTED] = [
  'trusted-checkpoint-contradicted',
  'trusted-checkpoint-unconnected',
] as const;

/** The case of which evidence is asked for. */
export const CASE = GOLDEN_CASES[5] ?? '';

/** Signed with the key of the log, and looked at by everybody who may notice. */
export function withTheKey(
  name: string,
  change: Change,
  contradiction: string,
): readonly [Tampering, ...Tampering[]] {
  const stolen = { power: 'C', deed: signed(retold(change)) } as const;
  const kept = `${name}, as evidence to whoever has kept a checkpoint`;
  const oneOfTwo = `${name}, as evidence with one cosignature of the two that are asked for`;
  return [
    withRows({ ...stolen, name: `${name}, to be cosigned`, finds: ['conflict'] }, COSIGNER),
    withRows({ ...stolen, name: `${name}, as evidence`, finds: ['quorum-unmet'] }, verifier(CASE)),
    withRows({ ...stolen, name: kept, finds: [contradiction] }, verifierWhoKept(CASE)),
    withRows(
      { name: oneOfTwo, power: 'D', finds: ['quorum-unmet'], deed: signed(retold(change), 'registrar') },
      verifier(CASE),
    ),
  ];
}

/** Made to fit, with no key; or with that of the log. */
export const madeToFit = (name: string, change: Change, contradiction: string) =>
  [
    withRows({ name: `${name}, to be signed`, finds: ['conflict'], deed: retold(change) }, SIGNER),
    ...withTheKey(name, change, contradiction),
  ] as const;
