import type { Bundle, BundleEvent, Policy } from '@liuhen/ledger';
import { revoke, SignedLab, type Given, type Lab, type SignedLabOptions } from '@liuhen/ledger/testing';
import { inBundle, known } from '../support/tampered-bundles';
import type { Cells } from './cell';

/** The bundle of a log with a signed event, under a policy that knows the administration's log, too. */
const signed =
  (options: SignedLabOptions, change: (bundle: Bundle) => Partial<Bundle> = () => ({})) =>
  async (): Promise<Given> => {
    const { lab, policy, ...made } = await madeOf(options);
    return { lab, policy, bundle: { ...made.bundle, ...change(made.bundle) } };
  };

async function madeOf(options: SignedLabOptions): Promise<{
  readonly lab: Lab;
  readonly bundle: Bundle;
  readonly policy: (policy: Policy) => Policy;
}> {
  const made = await SignedLab.of(options);
  return { lab: made.lab, bundle: await made.bundle(), policy: made.policy };
}

const signers =
  (change: (signers: NonNullable<Bundle['signers']>) => Partial<NonNullable<Bundle['signers']>>) =>
  (bundle: Bundle): Partial<Bundle> => ({
    signers: bundle.signers && { ...bundle.signers, ...change(bundle.signers) },
  });

const SIGNATURE = /"signature":"[^"]*"/;

/** Another spelling of the signature in the header of the signed event. */
const withSignature =
  (change: (signature: string) => string) =>
  ({ events }: Bundle): Partial<Bundle> => ({
    events: events.map((event): BundleEvent =>
      'header' in event ? { ...event, header: event.header.replace(SIGNATURE, change) } : event,
    ),
  });

const revokedBefore: SignedLabOptions = {
  before: (administration, thumbprint) => revoke(administration, thumbprint, '2026-03-01'),
};

export const OWN_SIGNATURES: Cells<'P38'> = {
  P38: {
    T1: [
      known('signature-malformed', 'what is no signature', 'C'),
      known('signature-wrong', 'another post under the same signature, with all cosigners won over', 'D'),
      known('signers-altered', 'a proposal left out of the registrations'),
      inBundle({
        name: 'a letter of the signature',
        finds: ['not-in-tree', 'signature-wrong'],
        first: 1,
        given: signed(
          {},
          withSignature((text) => text.replace(/.(?="$)/, (last) => (last === 'A' ? 'B' : 'A'))),
        ),
      }),
    ],
    T2: [
      known('key-unregistered', 'the registration'),
      known('signature-missing', 'the signature, where the policy asks for one', 'C'),
      inBundle({
        name: 'the signature, in the file',
        finds: ['not-in-tree'],
        first: 1,
        given: signed(
          {},
          withSignature(() => '"signature":null'),
        ),
      }),
      inBundle({
        name: 'the revocation of a key',
        finds: ['signers-unproven'],
        given: signed(
          revokedBefore,
          signers(({ events }) => ({ events: events.slice(0, -1) })),
        ),
      }),
      inBundle({
        name: 'all registrations',
        finds: ['key-unregistered'],
        given: signed({}, () => ({ signers: null })),
      }),
    ],
    T4: [known('signature-repeated', 'a signed command carried out once more', 'D')],
    T11: [
      known('signature-out-of-force', 'signed with a key before its first day', 'D'),
      inBundle({
        name: 'signed with a key after its revocation',
        power: 'D',
        finds: ['signature-out-of-force'],
        first: 1,
        given: signed(revokedBefore),
      }),
    ],
    T13: [known('signers-unproven', 'registered in a log that nobody trusts')],
    T14: [
      inBundle({
        name: 'a signature for another case',
        power: 'D',
        finds: ['signature-wrong'],
        first: 1,
        given: signed({ signedStream: 'case-乙2' }),
      }),
    ],
    T15: [
      inBundle({
        name: 'another key in the place of the registered one',
        power: 'D',
        finds: ['key-unregistered'],
        first: 1,
        given: signed({
          registration: {
            jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
          },
        }),
      }),
    ],
  },
};
