import type { Pool } from 'pg';

export interface Reading {
  readonly reads: number;
  readonly failures: readonly unknown[];
  /** The least that any answer counted. */
  readonly fewest: number;
  /** An answer counted less than an earlier one of the same reader. */
  readonly wentBack: boolean;
}

/**
 * Asks each question over and over, in a transaction of its statements, until told to stop. Answers are counts.
 * The statements are prepared once for each connection, so that plans made before a change of views are met again.
 */
export function startReading(pool: Pool, questions: readonly (readonly string[])[]): () => Promise<Reading> {
  let reading = true;
  const failures: unknown[] = [];
  const keepReading = async (statements: readonly string[]): Promise<readonly number[]> => {
    const counts: number[] = [];
    while (reading) {
      try {
        counts.push(await ask(pool, statements));
      } catch (error) {
        failures.push(error);
      }
    }
    return counts;
  };
  const all = Promise.all(questions.map(keepReading));
  return async () => {
    reading = false;
    const answers = await all;
    const counts = answers.flat();
    const wentBack = answers.some((own) => own.some((count, index) => count < (own[index - 1] ?? 0)));
    return { reads: counts.length, failures, fewest: Math.min(...counts), wentBack };
  };
}

/** @returns the least count of all statements. */
async function ask(pool: Pool, statements: readonly string[]): Promise<number> {
  const client = await pool.connect();
  try {
    const counts: number[] = [];
    await client.query('begin');
    for (const statement of statements) {
      const { rows } = await client.query<{ count: number }>({ name: statement, text: statement });
      counts.push(rows[0]?.count ?? 0);
    }
    await client.query('commit');
    return Math.min(...counts);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
