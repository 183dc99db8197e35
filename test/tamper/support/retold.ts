import { sealedChain } from '../../../libs/event-store/src/testing';
import { BUSINESS } from '../../event-store/open-store';
import { AT, ENDS_FITTED, LAST } from './deeds';
import { deriveLedger } from './derive-ledger';
import type { Cosigner, GoldenLog } from './golden-log';
import { signWithStolenKeys } from './keys';
import type { LogCopy } from './log-copy';
import { insertEvents, retell, type Told } from './retelling';

/** What an event is to have been; `undefined` if it is not to have been. */
export type Change = (event: Told, position: number) => Told | undefined;

/** Somebody else did it. */
export const otherPerson: Change = ({ header, payloadText }, position) => ({
  payloadText,
  header: position === AT ? { ...header, actor: { ...header.actor, person: 'p-other' } } : header,
});

/** Rows of the log and of its ledger, all made to fit; nobody has signed them. @param more events at the end. */
export const retold =
  (change: Change, more = 0) =>
  async (copy: LogCopy): Promise<void> => {
    await retell(copy, change);
    await insertEvents(
      copy,
      LAST + 1,
      sealedChain(more, { log: BUSINESS, stream: 'case-（2026）黔01民初7号' }),
    );
    await copy.tamper(...ENDS_FITTED);
    await deriveLedger(copy, BUSINESS);
  };

/** Signed with the key of the log, and those of some cosigners. */
export const signed =
  (deed: (copy: LogCopy) => Promise<void>, ...cosigners: readonly Cosigner[]) =>
  async (copy: LogCopy, golden: GoldenLog): Promise<void> => {
    await deed(copy);
    await signWithStolenKeys(copy, golden, ...cosigners);
  };

/** As it was after the first round, and everything that was signed then. */
export async function putBack(copy: LogCopy): Promise<void> {
  await copy.tamper(
    'create table kept_checkpoints as select * from checkpoints where size <= 97',
    'create table kept_cosignatures as select * from cosignatures where size <= 97',
    'delete from events where position > 97',
    ...ENDS_FITTED,
  );
  await deriveLedger(copy, BUSINESS);
  await copy.tamper(
    'insert into checkpoints select * from kept_checkpoints',
    'insert into cosignatures select * from kept_cosignatures',
  );
}
