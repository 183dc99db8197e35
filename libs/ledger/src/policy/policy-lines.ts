import { equalBytes } from '../bytes';
import { Malformed } from '../malformed';
import { parseNatural } from '../natural';
import { parseVerifierKey, type KeyUse, type VerifierKey } from '../note/keys';
import { CHECK_NAMES, type CheckName } from './checks';
import { NO_QUORUM, type Policy } from './policy';

/** A policy of which not every line has been read. */
export type Draft = Omit<Policy, 'quorum' | 'skewSeconds'> & Partial<Pick<Policy, 'quorum' | 'skewSeconds'>>;

type Line = (draft: Draft, words: readonly string[]) => Partial<Draft>;

const LINES: ReadonlyMap<string, Line> = new Map<string, Line>([
  ['log', logLine],
  ['witness', witnessLine],
  ['group', groupLine],
  ['quorum', quorumLine],
  ['require', requireLine],
  ['signed', signedLine],
  ['freshness', ({ freshnessSeconds }, words) => ({ freshnessSeconds: secondsIn(words, freshnessSeconds) })],
  ['skew', ({ skewSeconds }, words) => ({ skewSeconds: secondsIn(words, skewSeconds) })],
]);

/** Takes a line into what was read before it. @throws Malformed */
export function withLine(draft: Draft, keyword: string, words: readonly string[]): Draft {
  const line = LINES.get(keyword);
  if (!line) throw new Malformed(keyword);
  return { ...draft, ...line(draft, words) };
}

function logLine({ logs }: Draft, [vkey = '', ...url]: readonly string[]): Partial<Draft> {
  return { logs: [...logs, { ...keyIn(vkey, 'log', logs), ...urlIn(url) }] };
}

function witnessLine(draft: Draft, [name = '', vkey = '', ...url]: readonly string[]): Partial<Draft> {
  const { witnesses } = draft;
  const known = witnesses.map(({ key }) => key);
  const witness = { name: newName(draft, name), key: keyIn(vkey, 'cosigner', known), ...urlIn(url) };
  return { witnesses: [...witnesses, witness] };
}

function groupLine(draft: Draft, [name = '', count = '', ...members]: readonly string[]): Partial<Draft> {
  const { groups } = draft;
  const used = new Set(groups.flatMap((group) => group.members));
  for (const member of members) {
    if (!isDefined(draft, member) || used.has(member)) throw new Malformed(`group ${name}`);
    used.add(member);
  }
  return {
    groups: [...groups, { name: newName(draft, name), threshold: thresholdIn(count, members), members }],
  };
}

function quorumLine(draft: Draft, [quorum = '', ...rest]: readonly string[]): Partial<Draft> {
  const isKnown = quorum === NO_QUORUM || isDefined(draft, quorum);
  if (!isKnown || rest.length > 0 || draft.quorum !== undefined) throw new Malformed('quorum');
  return { quorum };
}

function requireLine({ required }: Draft, [check = '', ...rest]: readonly string[]): Partial<Draft> {
  if (!isCheckName(check) || rest.length > 0 || required.includes(check))
    throw new Malformed(`require ${check}`);
  return { required: [...required, check] };
}

function signedLine({ signed = [] }: Draft, [type = '', ...rest]: readonly string[]): Partial<Draft> {
  if (!/^[A-Z]\w*$/.test(type) || rest.length > 0 || signed.includes(type))
    throw new Malformed(`signed ${type}`);
  return { signed: [...signed, type] };
}

/** Two keys are the same if the public key is, whatever it is called. */
function keyIn(vkey: string, use: KeyUse, known: readonly VerifierKey[]): VerifierKey {
  const key = parseVerifierKey(vkey);
  if (key.use !== use || known.some(({ publicKey }) => equalBytes(publicKey, key.publicKey)))
    throw new Malformed(`key ${key.name}`);
  return key;
}

function urlIn([url, ...rest]: readonly string[]): { readonly url?: string } {
  if (rest.length > 0) throw new Malformed('url');
  return url === undefined ? {} : { url };
}

function newName(draft: Draft, name: string): string {
  if (name === '' || name === NO_QUORUM || isDefined(draft, name)) throw new Malformed(`name ${name}`);
  return name;
}

const isDefined = ({ witnesses, groups }: Draft, name: string): boolean =>
  [...witnesses, ...groups].some((defined) => defined.name === name);

function thresholdIn(count: string, members: readonly string[]): number {
  const threshold = count === 'any' ? 1 : count === 'all' ? members.length : parseNatural(count);
  if (threshold < 1 || threshold > members.length) throw new Malformed('threshold');
  return threshold;
}

function secondsIn([seconds = '', ...rest]: readonly string[], before: number | undefined): number {
  if (rest.length > 0 || before !== undefined) throw new Malformed('seconds');
  return parseNatural(seconds);
}

const isCheckName = (text: string): text is CheckName => CHECK_NAMES.includes(text as CheckName);
