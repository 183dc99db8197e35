import { Malformed } from '../malformed';
import { formatVerifierKey } from '../note/keys';
import type { Group, Policy } from './policy';
import { withLine, type Draft } from './policy-lines';

/** C2SP tlog-policy has tabs and newlines, but no other control characters. */
const CONTROL = /[^\P{Cc}\t\n]/u;

const NOTHING_READ: Draft = { logs: [], witnesses: [], groups: [], required: [] };

/**
 * C2SP tlog-policy: lines `log <vkey> [<url>]`, `witness <name> <vkey> [<url>]`, `group <name> any|all|<k> <name>…` and
 * one `quorum <name>|none`; empty lines, and `#` comments. Ours: `require <check>`, `signed <event type>`,
 * `freshness <seconds>`, `skew <seconds>`. A name is defined before it is used.
 *
 * @throws Malformed with the number of the line
 */
export function parsePolicy(text: string): Policy {
  if (!text.endsWith('\n') || !text.isWellFormed() || CONTROL.test(text)) throw new Malformed('policy');
  const { quorum, skewSeconds = 0, ...read } = text.split('\n').reduce(withText, NOTHING_READ);
  if (quorum === undefined) throw new Malformed('policy without a quorum');
  return { ...read, quorum, skewSeconds };
}

function withText(draft: Draft, text: string, index: number): Draft {
  const [keyword = '#', ...words] = text.split(/[\t ]+/).filter((word) => word !== '');
  if (keyword.startsWith('#')) return draft;
  try {
    return withLine(draft, keyword, words);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new Malformed(`policy, line ${String(index + 1)}: ${error.what}`);
  }
}

/** Without comments, one line for each thing. @throws Malformed if `parsePolicy` would not take it */
export function formatPolicy(policy: Policy): string {
  const text = linesOf(policy).map(formatLine).join('');
  parsePolicy(text);
  return text;
}

const linesOf = (policy: Policy): readonly (readonly (string | undefined)[])[] => [
  ...policy.logs.map((log) => ['log', formatVerifierKey(log), log.url]),
  ...policy.witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
  ...policy.groups.map((group) => ['group', group.name, countOf(group), ...group.members]),
  ['quorum', policy.quorum],
  ...policy.required.map((check) => ['require', check]),
  ...(policy.signed ?? []).map((type) => ['signed', type]),
  ...(policy.freshnessSeconds === undefined ? [] : [['freshness', String(policy.freshnessSeconds)]]),
  ...(policy.skewSeconds === 0 ? [] : [['skew', String(policy.skewSeconds)]]),
];

function formatLine(line: readonly (string | undefined)[]): string {
  const words = line.filter((word) => word !== undefined);
  if (!words.every((word) => /^[^\t\n ]+$/.test(word))) throw new Malformed('policy');
  return `${words.join(' ')}\n`;
}

const countOf = ({ threshold, members }: Group): string =>
  threshold === members.length ? 'all' : threshold === 1 ? 'any' : String(threshold);
