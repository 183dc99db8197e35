import { equalBytes } from '../bytes';
import { Malformed } from '../malformed';
import { parseNatural } from '../natural';
import { formatVerifierKey, parseVerifierKey, type KeyUse, type VerifierKey } from '../note/keys';
import { CHECK_NAMES, type CheckName } from './checks';
import { NO_QUORUM, type Group, type Policy } from './policy';

/** A policy of which not every line has been read. */
type Draft = Omit<Policy, 'quorum' | 'skewSeconds'> & Partial<Pick<Policy, 'quorum' | 'skewSeconds'>>;

type Line = (draft: Draft, words: readonly string[]) => Partial<Draft>;

/** C2SP tlog-policy has tabs and newlines, but no other control characters. */
const CONTROL = /[^\P{Cc}\t\n]/u;

/**
 * C2SP tlog-policy: lines `log <vkey> [<url>]`, `witness <name> <vkey> [<url>]`, `group <name> any|all|<k> <name>…` and
 * one `quorum <name>|none`; empty lines, and `#` comments. Ours: `require <check>`, `freshness <seconds>`,
 * `skew <seconds>`. A name is defined before it is used.
 *
 * @throws Malformed
 */
export function parsePolicy(text: string): Policy {
  if (!text.endsWith('\n') || !text.isWellFormed() || CONTROL.test(text)) throw new Malformed('policy');
  const {
    quorum,
    skewSeconds = 0,
    ...read
  } = text
    .split('\n')
    .map((line) => line.split(/[\t ]+/).filter((word) => word !== ''))
    .filter(([keyword = '#']) => !keyword.startsWith('#'))
    .reduce<Draft>((draft, [keyword = '', ...words]) => ({ ...draft, ...lineOf(keyword)(draft, words) }), {
      logs: [],
      witnesses: [],
      groups: [],
      required: [],
    });
  if (quorum === undefined) throw new Malformed('policy: quorum');
  return { ...read, quorum, skewSeconds };
}

const LINES: ReadonlyMap<string, Line> = new Map<string, Line>([
  ['log', logLine],
  ['witness', witnessLine],
  ['group', groupLine],
  ['quorum', quorumLine],
  ['require', requireLine],
  ['freshness', ({ freshnessSeconds }, words) => ({ freshnessSeconds: secondsIn(words, freshnessSeconds) })],
  ['skew', ({ skewSeconds }, words) => ({ skewSeconds: secondsIn(words, skewSeconds) })],
]);

function lineOf(keyword: string): Line {
  const line = LINES.get(keyword);
  if (!line) throw new Malformed(`policy: ${keyword}`);
  return line;
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
    if (!isDefined(draft, member) || used.has(member)) throw new Malformed(`policy: group ${name}`);
    used.add(member);
  }
  return {
    groups: [...groups, { name: newName(draft, name), threshold: thresholdIn(count, members), members }],
  };
}

function quorumLine(draft: Draft, [quorum = '', ...rest]: readonly string[]): Partial<Draft> {
  const isKnown = quorum === NO_QUORUM || isDefined(draft, quorum);
  if (!isKnown || rest.length > 0 || draft.quorum !== undefined) throw new Malformed('policy: quorum');
  return { quorum };
}

function requireLine({ required }: Draft, [check = '', ...rest]: readonly string[]): Partial<Draft> {
  if (!isCheckName(check) || rest.length > 0 || required.includes(check))
    throw new Malformed(`policy: require ${check}`);
  return { required: [...required, check] };
}

/** Two keys are the same if the public key is, whatever it is called. */
function keyIn(vkey: string, use: KeyUse, known: readonly VerifierKey[]): VerifierKey {
  const key = parseVerifierKey(vkey);
  if (key.use !== use || known.some(({ publicKey }) => equalBytes(publicKey, key.publicKey)))
    throw new Malformed(`policy: key ${key.name}`);
  return key;
}

function urlIn([url, ...rest]: readonly string[]): { readonly url?: string } {
  if (rest.length > 0) throw new Malformed('policy: url');
  return url === undefined ? {} : { url };
}

function newName(draft: Draft, name: string): string {
  if (name === '' || name === NO_QUORUM || isDefined(draft, name))
    throw new Malformed(`policy: name ${name}`);
  return name;
}

const isDefined = ({ witnesses, groups }: Draft, name: string): boolean =>
  [...witnesses, ...groups].some((defined) => defined.name === name);

function thresholdIn(count: string, members: readonly string[]): number {
  const threshold = count === 'any' ? 1 : count === 'all' ? members.length : parseNatural(count);
  if (threshold < 1 || threshold > members.length) throw new Malformed('policy: threshold');
  return threshold;
}

function secondsIn([seconds = '', ...rest]: readonly string[], before: number | undefined): number {
  if (rest.length > 0 || before !== undefined) throw new Malformed('policy: seconds');
  return parseNatural(seconds);
}

const isCheckName = (text: string): text is CheckName => CHECK_NAMES.includes(text as CheckName);

/** Without comments, one line for each thing. @throws Malformed if it is not what `parsePolicy` takes */
export function formatPolicy(policy: Policy): string {
  const { logs, witnesses, groups, quorum, required, freshnessSeconds, skewSeconds } = policy;
  const lines = [
    ...logs.map((log) => ['log', formatVerifierKey(log), log.url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
    ...groups.map((group) => ['group', group.name, countOf(group), ...group.members]),
    ['quorum', quorum],
    ...required.map((check) => ['require', check]),
    ...(freshnessSeconds === undefined ? [] : [['freshness', String(freshnessSeconds)]]),
    ...(skewSeconds === 0 ? [] : [['skew', String(skewSeconds)]]),
  ];
  const text = lines.map((words) => `${words.filter((word) => word !== undefined).join(' ')}\n`).join('');
  parsePolicy(text);
  return text;
}

const countOf = ({ threshold, members }: Group): string =>
  threshold === members.length ? 'all' : threshold === 1 ? 'any' : String(threshold);
