import { fromBase64, toBase64 } from '../bytes';
import { canonical } from '../canonical';
import { Malformed } from '../malformed';
import { parseNatural } from '../natural';
import { isPlainText } from '../note/plain-text';

/** 检查点: what a log is at one size. */
export interface Checkpoint {
  /** Which log, its name among all. */
  readonly origin: string;
  /** Leaves. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** C2SP tlog-checkpoint. @throws Malformed */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin) || root.length !== 32) throw new Malformed('checkpoint');
  return `${origin}\n${String(parseNatural(String(size)))}\n${toBase64(root)}\n`;
}

/** Lines beyond the three are refused: no cosigner answers for them. @throws Malformed */
export const parseCheckpoint = canonical('checkpoint', checkpointIn, formatCheckpoint);

function checkpointIn(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  return { origin, size: parseNatural(size), root: fromBase64(root) };
}

const isOrigin = (text: string): boolean => text !== '' && isPlainText(text) && !text.includes('\n');
