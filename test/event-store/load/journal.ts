import type { Position } from '@liuhen/kernel';

/** What a writer was told of an event of its. */
export type Note =
  | {
      readonly told: 'acknowledged';
      readonly id: string;
      readonly position: Position;
      readonly replayed: boolean;
    }
  /** Somebody else was first; this event is nowhere. */
  | { readonly told: 'refused'; readonly id: string }
  /** Sent again with the same id. */
  | { readonly told: 'outcome-unknown' | 'store-unavailable' };

/** What all writers were told, to be held against the log. */
export class Journal {
  readonly acknowledged = new Map<string, Position>();
  readonly refused = new Set<string>();
  replayed = 0;
  private unknown = 0;
  private unavailable = 0;

  readonly note = (note: Note): void => {
    switch (note.told) {
      case 'acknowledged':
        this.acknowledged.set(note.id, note.position);
        if (note.replayed) this.replayed++;
        break;
      case 'refused':
        this.refused.add(note.id);
        break;
      case 'outcome-unknown':
        this.unknown++;
        break;
      case 'store-unavailable':
        this.unavailable++;
    }
  };

  toString(): string {
    return (
      `${String(this.acknowledged.size)} acknowledged, ${String(this.replayed)} of them by replay; ` +
      `${String(this.refused.size)} refused, ${String(this.unknown)} times unknown, ` +
      `${String(this.unavailable)} times unavailable`
    );
  }
}
