import type { Act, Party } from '@liuhen/kernel';

/** What the edge knows of a command's circumstances; the moment is the runner's to stamp. */
export type CommandAct = Omit<Act, 'at'>;

/** Who asks: a person in one of the posts that they hold today, or that is delegated to them. */
export interface Reader {
  readonly person: string;
  /** Id of the post. */
  readonly post: string;
  /** Kind of the post. */
  readonly kind: string;
  readonly division: string | null;
  /** Code of the post's court. */
  readonly court: string;
  /** The party that answers for the post's acts within its own court. */
  readonly party: Party;
  /** Number of the delegation by which they are in the post; `null` in their own. */
  readonly delegation: string | null;
  /** Whether they signed in by two factors and lately: 副卷 shows to nobody else. */
  readonly secondFactor: boolean;
}
