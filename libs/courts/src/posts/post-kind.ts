import { isParty, type Party } from '@liuhen/kernel';
import table from './posts.json';

/** 职务种类. */
export interface PostKind {
  readonly kind: string;
  readonly name: string;
  /** The party that answers for its acts within its own court. */
  readonly party: OwnParty;
  /** Whether one person at a time holds a post of the kind. */
  readonly seats: 'one' | 'many';
}

/** 上下级法院 is not among them: it is a relation between two courts, see {@link partyOf}. */
export type OwnParty = Exclude<Party, 'upperAndLowerCourts'>;

export const postKinds: readonly PostKind[] = table.kinds.map(({ kind, name, party, seats }) => {
  if (!isOwnParty(party) || (seats !== 'one' && seats !== 'many')) throw new Error(`posts.json: ${kind}`);
  return { kind, name, party, seats };
});

const BY_KIND: ReadonlyMap<string, PostKind> = new Map(postKinds.map((kind) => [kind.kind, kind]));

export const postKindOf = (kind: string): PostKind | undefined => BY_KIND.get(kind);

/** 三员分立: operations, appointments and keys, and audit are three persons', who hold no other post. */
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
]);

export const isAdministrator = (kind: string): boolean => ADMINISTRATORS.has(kind);

function isOwnParty(party: string): party is OwnParty {
  return isParty(party) && party !== 'upperAndLowerCourts';
}

/**
 * 责任主体: the party that answers for an act of the post. A post of one court that acts on another court answers as
 * 上下级法院, whatever it answers as at home; those outside the courts, and systems, stay what they are.
 *
 * @param actingCourt id or code of the court of the post, and @param targetCourt of the court acted on, both alike.
 */
export function partyOf({ party }: PostKind, actingCourt: string, targetCourt: string): Party {
  if (actingCourt === targetCourt || party === 'external' || party === 'system') return party;
  return 'upperAndLowerCourts';
}
