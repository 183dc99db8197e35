import type { Kind } from './kinds';

interface PlaceUnderAttack {
  readonly is: string;
  /** What is tried there. */
  readonly kinds: readonly Kind[];
}

/** Where records lie, or pass through. */
export const PLACES = {
  P1: {
    is: 'headers of stored events',
    kinds: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T8', 'T11', 'T14', 'T17', 'T25', 'T28'],
  },
  P2: { is: 'columns beside a stored header, which repeat it', kinds: ['T1', 'T11', 'T14'] },
  P3: { is: 'stored leaf hashes', kinds: ['T1', 'T5'] },
  P4: { is: 'positions, and the partitions by them', kinds: ['T5', 'T22', 'T26'] },
  P5: { is: 'stored payloads with their salts', kinds: ['T1', 'T2', 'T4', 'T14', 'T20'] },
  P6: { is: 'keys by which payloads are encrypted', kinds: ['T2', 'T15'] },
  P7: { is: 'documents', kinds: ['T1', 'T2', 'T29'] },
  P8: { is: 'a queue between log and tree', kinds: ['T2', 'T3', 'T21', 'T22'] },
  P9: { is: 'numbering of the leaves', kinds: ['T1', 'T2', 'T4', 'T5', 'T23'] },
  P10: { is: 'tiles of the lowest level', kinds: ['T1', 'T2', 'T5', 'T27'] },
  P11: { is: 'tiles above', kinds: ['T1', 'T2', 'T5', 'T27'] },
  P12: { is: 'stored checkpoints', kinds: ['T1', 'T2', 'T3', 'T6', 'T12', 'T13', 'T18', 'T24'] },
  P13: { is: 'stored cosignatures', kinds: ['T1', 'T2', 'T13', 'T16', 'T31'] },
  P14: { is: 'the state of the signer', kinds: ['T7', 'T10'] },
  P15: { is: 'a register of keys', kinds: ['T3', 'T15', 'T16'] },
  P16: { is: 'the events that record heads, and the map of heads', kinds: ['T1', 'T2', 'T6', 'T30'] },
  P17: { is: 'the whole of a case', kinds: ['T2', 'T6', 'T14'] },
  P18: { is: 'the whole database', kinds: ['T7', 'T8', 'T9', 'T10', 'T26'] },
  P19: { is: 'backups', kinds: ['T1', 'T7'] },
  P20: { is: 'what the notary remembers', kinds: ['T22', 'T23'] },
  P21: { is: 'the server that takes commands', kinds: ['T1', 'T21'] },
  P22: { is: 'clocks', kinds: ['T11', 'T37'] },
  P23: { is: 'the state of a cosigner, and the way to it', kinds: ['T12', 'T31'] },
  P24: { is: 'manifest of a bundle', kinds: ['T1', 'T2', 'T13', 'T33', 'T34'] },
  P25: {
    is: 'events of a bundle',
    kinds: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T14', 'T17', 'T25'],
  },
  P26: { is: 'proofs of a bundle', kinds: ['T17', 'T18', 'T19', 'T24'] },
  P27: {
    is: 'checkpoints of a bundle, with their signatures',
    kinds: ['T12', 'T13', 'T15', 'T16', 'T24', 'T33'],
  },
  P28: { is: 'payloads of a bundle, and what it withholds', kinds: ['T1', 'T2', 'T20'] },
  P29: { is: 'heads of a bundle', kinds: ['T6', 'T30'] },
  P30: { is: 'time stamps of a bundle', kinds: ['T32'] },
  P31: { is: 'what a bundle has for people to read', kinds: ['T1', 'T15', 'T33'] },
  P32: { is: 'read models', kinds: ['T1', 'T2', 'T35'] },
  P33: { is: 'the other logs: isolated, reading, administration', kinds: ['T1', 'T2', 'T6', 'T36'] },
  P34: { is: 'migrations, and upcasts of old events', kinds: ['T1', 'T28'] },
  P35: { is: 'a log exported as files', kinds: ['T1', 'T2', 'T27'] },
  P36: { is: 'where a log begins anew', kinds: ['T10', 'T38'] },
  P37: { is: 'the verifier and its policy', kinds: ['T15', 'T33'] },
  P38: {
    is: 'persons’ own signatures under events, and the registrations of their keys in a bundle',
    kinds: ['T1', 'T2', 'T4', 'T11', 'T13', 'T14', 'T15'],
  },
} as const satisfies Readonly<Record<string, PlaceUnderAttack>>;

export type Place = keyof typeof PLACES;
export type KindAt<At extends Place> = (typeof PLACES)[At]['kinds'][number];
export const PLACE_IDS = Object.keys(PLACES) as readonly Place[];
