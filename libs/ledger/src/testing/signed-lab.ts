import type { EventHeader, JsonObject, SealedEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import type { Bundle } from '../bundle/bundle';
import { jwkOf, personKeyOf } from '../command-signature/person-key';
import { signCommand } from '../command-signature/sign-command';
import { keyStreamOf } from '../ledger-events';
import type { Policy } from '../policy/policy';
import type { Scheme, Signer } from '../suites/suite';
import { JIA } from './golden-lab';
import { labSigners as keysOf } from './keys';
import { newLab, type Lab } from './lab';
import { labBundle, labSigners } from './lab-bundle';

const { actor, command } = someHeader();
const KEYS = keyStreamOf(actor.person);

export interface SignedLabOptions {
  /** Ed25519 unless said otherwise. */
  readonly scheme?: Scheme;
  /** What is registered otherwise than it should be. */
  readonly registration?: JsonObject;
  /** Happens in the log of the administration before the signing, and after it. */
  readonly before?: (administration: Lab, thumbprint: string) => unknown;
  readonly after?: (administration: Lab, thumbprint: string) => unknown;
  /** The stream that was signed, where it is not the event's. */
  readonly signedStream?: string;
  /** Happens in the log after the signed event. */
  readonly then?: (lab: Lab, signed: SealedEvent) => unknown;
  /** The event's header otherwise than it was signed. */
  readonly header?: Partial<EventHeader>;
}

/** A log with one event that its person signed, after one that nobody did, and the log in which keys are registered. */
export class SignedLab {
  private constructor(
    readonly lab: Lab,
    readonly administration: Lab,
    readonly signed: SealedEvent,
  ) {}

  static async of(options: SignedLabOptions = {}): Promise<SignedLab> {
    const signer = keysOf(options.scheme ?? 'ed25519').log;
    const { thumbprint } = personKeyOf(jwkOf(signer));
    const administration = newLab({ cosigners: 2, origin: 'lab.invalid/administration', isSecond: true });
    register(administration, signer, options.registration);
    options.before?.(administration, thumbprint);
    const lab = newLab({ cosigners: 2 }).wait(60);
    lab.append(`case-${JIA}`);
    const signed = await appendSigned(lab, signer, options);
    options.then?.(lab, signed);
    await settle(lab);
    administration.wait(600);
    options.after?.(administration, thumbprint);
    await settle(administration);
    return new SignedLab(lab, administration, signed);
  }

  async bundle(): Promise<Bundle> {
    return labBundle(this.lab, { cases: [JIA], signers: await labSigners(this.administration, [KEYS]) });
  }

  /** Takes the word of both logs. */
  readonly policy = (policy: Policy): Policy => ({
    ...policy,
    logs: [...policy.logs, ...this.administration.policy().logs],
  });
}

/** Proposed by one, approved by another: of that only the event that registers the key is shown. */
function register(administration: Lab, signer: Signer, changes: JsonObject = {}): void {
  const jwk = jwkOf(signer);
  const { thumbprint } = personKeyOf(jwk);
  const key = { jwk, algorithm: signer.scheme, thumbprint, from: '2026-03-01', until: null };
  administration.append(KEYS, { type: 'ChangeProposed', data: { reason: '启用' } });
  administration.append(KEYS, {
    type: 'PersonKeyRegistered',
    data: { person: actor.person, ...key, ...changes },
  });
}

/** 注销. */
export const revoke = (administration: Lab, thumbprint: string, on: string): SealedEvent =>
  administration.append(KEYS, {
    type: 'PersonKeyRevoked',
    data: { person: actor.person, thumbprint, on },
  });

async function appendSigned(
  lab: Lab,
  signer: Signer,
  { header, signedStream }: SignedLabOptions,
): Promise<SealedEvent> {
  const stream = `case-${JIA}`;
  const signature = await signCommand(signer, {
    ...{ log: lab.identity.origin, stream: signedStream ?? stream, actor, command },
  });
  return lab.append(stream, { header: { command: { ...command, signature }, ...header } });
}

async function settle(lab: Lab): Promise<void> {
  await lab.recordHeads();
  await lab.checkpoint();
}
