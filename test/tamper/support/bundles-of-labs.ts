import { parseCheckpoint } from '@liuhen/ledger';
import { JIA, labBundle, newLab, type Given } from '@liuhen/ledger/testing';

/** A log that loses an event where it begins anew, and says that there was none. */
export async function cutAtTheStart(): Promise<Given> {
  const [whole, cut] = [newLab(), newLab()];
  for (const lab of [whole, cut]) {
    lab.append(`case-${JIA}`);
    await lab.checkpoint();
  }
  whole.append(`case-${JIA}`);
  const { note } = await whole.checkpoint();
  cut.restart();
  await cut.recordHeads();
  await cut.checkpoint();
  const circumstances = { trustedCheckpoint: parseCheckpoint(note.text) };
  return { lab: cut, bundle: await labBundle(cut, { cases: [JIA] }), circumstances };
}

/** The clock of the server goes wrong by so many seconds, and those of the cosigners are right. */
export async function withClock(wrongBy: number): Promise<Given> {
  const lab = newLab();
  lab.append(`case-${JIA}`);
  await lab.checkpoint();
  lab.wait(60);
  const now = new Date(Date.parse(lab.now) + 1_000 * wrongBy).toISOString();
  lab.append('case-乙2', { header: { recordedAt: now } });
  await lab.recordHeads();
  await lab.checkpoint();
  return { lab, bundle: await labBundle(lab, { cases: ['乙2'] }) };
}
