import { Malformed } from '../malformed';
import { parseNatural } from '../natural';

/** Hashes in a full tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree in a tile. */
export const TILE_HEIGHT = 8;

/** C2SP tlog-tiles: up to 256 hashes of a level of the tree that is a multiple of 8. */
export interface Tile {
  /** Of the tile: 0 for the leaves' hashes, 1 for the subtrees of 256 leaves. */
  readonly level: number;
  readonly index: number;
  /** 1 to 256; less only at the right edge of a tree. */
  readonly width: number;
}

/** A bundle of the entries under a tile of level 0. */
export type EntryBundle = Omit<Tile, 'level'>;

const MAX_LEVEL = 63;

export const tilePath = ({ level, ...place }: Tile): string => `tile/${String(level)}/${placePath(place)}`;

export const entriesPath = (bundle: EntryBundle): string => `tile/entries/${placePath(bundle)}`;

const placePath = ({ index, width }: EntryBundle): string =>
  `${groups(index)}${width === TILE_WIDTH ? '' : `.p/${String(width)}`}`;

/** `x001/x234/067`: groups of three digits, all but the last with an x. */
function groups(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return (padded.match(/\d{3}/g) ?? [])
    .map((group, at, all) => (at < all.length - 1 ? `x${group}` : group))
    .join('/');
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** @throws Malformed */
export function parseTilePath(path: string): Tile | (EntryBundle & { readonly level: 'entries' }) {
  const [, level = '', place = '', width] = PATH.exec(path) ?? [];
  const bundle = {
    index: parseNatural(place.replace(/[x/]/g, '').replace(/^0+(?=\d)/, '')),
    width: width === undefined ? TILE_WIDTH : parseNatural(width),
  };
  const found =
    level === 'entries' ? ({ level, ...bundle } as const) : { level: parseNatural(level), ...bundle };
  const written = found.level === 'entries' ? entriesPath(found) : tilePath(found);
  if (written !== path || bundle.width > TILE_WIDTH || (found.level !== 'entries' && found.level > MAX_LEVEL))
    throw new Malformed('tile path');
  return found;
}

/** The tiles of a tree of so many leaves, the leaves' first. */
export const tilesOf = (size: number): readonly Tile[] => tilesBetween(0, size);

/** The tiles that change when a tree grows, with their widths after it. */
export function tilesBetween(from: number, to: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, span = 1; Math.floor(to / span) > 0; level++, span *= TILE_WIDTH) {
    const [before, after] = [Math.floor(from / span), Math.floor(to / span)];
    for (let first = before - (before % TILE_WIDTH); before < after && first < after; first += TILE_WIDTH)
      tiles.push({ level, index: first / TILE_WIDTH, width: Math.min(TILE_WIDTH, after - first) });
  }
  return tiles;
}
