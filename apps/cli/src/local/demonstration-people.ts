import type { PersonInPost } from '@liuhen/access';
import type { Config } from '@liuhen/platform';
// Straight from its file: the library's door would load the whole provider.
import {
  codesOf,
  installationSecret,
  passwordOf,
} from '../../../../libs/sign-in/src/accounts/demonstration-secrets';
import { personLine } from '../render/person-line';

/** A line for each, with the password; for one alone also what goes into the authenticator, and the code of now. */
export async function signInLines(
  { dataDir }: Config,
  people: readonly PersonInPost[],
): Promise<readonly string[]> {
  const secret = await installationSecret(dataDir);
  const lines = people.map((person) => `${personLine(person)}\t${passwordOf(secret, person.id)}`);
  const [only, ...others] = people;
  if (only === undefined || others.length > 0) return lines;
  const codes = codesOf(secret, only.id);
  return [...lines, `身份验证器：${codes.toString()}`, `当前验证码：${codes.generate()}`];
}
