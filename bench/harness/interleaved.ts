import { DoesNotRun } from '../stores/store';
import type { Line, Round } from './bench';

export interface Entrant {
  readonly name: string;
  /** One measurement. @throws DoesNotRun */
  readonly measure: () => Promise<Round>;
}

/** A B C, A B C, …: whatever disturbs the machine for a while disturbs all of them. */
export async function interleaved(
  rounds: number,
  entrants: readonly Entrant[],
  say: (line: string) => void,
): Promise<readonly Line[]> {
  const lines = new Map<string, { rounds: Round[]; doesNotRun?: string }>();
  for (const { name } of entrants) lines.set(name, { rounds: [] });
  for (let round = 1; round <= rounds; round++) {
    for (const { name, measure } of entrants) {
      const line = lines.get(name);
      if (!line || line.doesNotRun !== undefined) continue;
      try {
        const measured = await measure();
        line.rounds.push(measured);
        say(`round ${String(round)}  ${name}: ${measured.perSecond.toFixed(0)}/s`);
      } catch (error) {
        if (!(error instanceof DoesNotRun)) throw error;
        line.doesNotRun = error.message;
      }
    }
  }
  return entrants.map(({ name }) => ({ name, rounds: [], ...lines.get(name) }));
}
