import { Client } from 'pg';
import type { Ground, Power, Tampering } from '../table/cell';
import type { Fault } from '../table/fault';
import { FSCK, type Detection } from './detections';
import type { GoldenLog } from './golden-log';
import type { LogCopy } from './log-copy';

/** SQL of a superuser, or more than that. */
export type Deed = readonly string[] | ((copy: LogCopy, golden: GoldenLog) => Promise<unknown>);

interface WithRows extends Pick<Tampering, 'name' | 'finds' | 'first'> {
  /** B unless said otherwise. */
  readonly power?: Power;
  readonly deed: Deed;
  /** The golden log on PostgreSQL unless said otherwise. */
  readonly on?: (ground: Ground) => Promise<GoldenLog>;
}

/** A copy of the golden log that is tampered with, and looked at by whoever is to notice. */
export const withRows = (
  { power = 'B', deed, on = (ground) => ground.golden(), ...tampering }: WithRows,
  { detector, detect }: Detection,
): Tampering => ({
  ...tampering,
  ...{ power, detector },
  attempt: async (ground) => {
    const golden = await on(ground);
    const copy = await golden.copy();
    try {
      await (typeof deed === 'function' ? deed(copy, golden) : copy.tamper(...deed));
      return await detect(copy, golden);
    } finally {
      await copy.drop();
    }
  },
});

/** Somebody notices what lies in the database. */
export const noticed =
  (detection: Detection) =>
  (name: string, finds: Tampering['finds'], deed: Deed, first?: number, power?: Power): Tampering =>
    withRows(
      { name, finds, deed, ...(power && { power }), ...(first !== undefined && { first }) },
      detection,
    );

/** `liuhen fsck` finds it. */
export const foundByFsck = noticed(FSCK);

/** The role of the application, or whoever has stolen its password, is not let. */
export const refusedToApplication = (name: string, ...statements: readonly string[]): Tampering =>
  withRows(
    { name: `${name}, by the role of the application`, power: 'A', finds: ['42501'], deed: [] },
    {
      detector: 'PostgreSQL',
      detect: async ({ database }) => {
        const application = new Client(database.appUrl);
        await application.connect();
        const faults: Fault[] = [];
        for (const statement of statements)
          await application.query(statement).catch((error: unknown) => faults.push(error as Fault));
        await application.end();
        return faults.length === statements.length ? faults : [];
      },
    },
  );
