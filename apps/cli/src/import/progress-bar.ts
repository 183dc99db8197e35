import type { ImportProgress } from './importer';

const CELLS = 24;

/** One line such as `[######........]  25% 案件 60 新增事件 233 拒绝 0`. `size` is that of the file, where it is known. */
export function progressBar(
  { readTo, cases, events, rejected }: ImportProgress,
  size: number | undefined,
): string {
  const counts = `案件 ${String(cases)}，新增事件 ${String(events)}，拒绝 ${String(rejected)} 行`;
  if (size === undefined || size === 0) return counts;
  const share = Math.min(1, readTo / size);
  const filled = Math.round(share * CELLS);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(filled)}${'.'.repeat(CELLS - filled)}] ${percent}% ${counts}`;
}
