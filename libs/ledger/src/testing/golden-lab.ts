import { newLab, type Lab, type LabOptions } from './lab';
import type { LabWishes } from './lab-bundle';

export const [JIA, YI] = ['甲1', '乙2'];
/** What is asked of {@link goldenLab}. */
export const CASES: LabWishes = { cases: [JIA, YI, '丁4'], others: ['丙3'] };

/** Two cases with a redaction, a new start, heads, and an event after them. */
export async function goldenLab(options: LabOptions = {}): Promise<Lab> {
  const lab = newLab({ cosigners: 2, ...options });
  const first = lab.append(`case-${JIA}`);
  for (const number of [YI, JIA, '丙3']) lab.append(`case-${number}`);
  await lab.checkpoint();
  lab.wait(100);
  lab.append(`case-${JIA}`);
  lab.redact(first, '当事人');
  lab.restart();
  await lab.recordHeads();
  lab.append(`case-${YI}`);
  await lab.checkpoint();
  return lab;
}

/** Two cases, and what happens before the heads. */
export async function labWith(happens: (lab: Lab) => unknown): Promise<Lab> {
  const lab = newLab({ cosigners: 2 });
  for (const number of [JIA, YI, JIA]) lab.append(`case-${number}`);
  await lab.checkpoint();
  await happens(lab);
  await lab.recordHeads();
  await lab.checkpoint();
  return lab;
}
