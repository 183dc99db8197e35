import seed from '../../seed/courts-guizhou.json';
import { isCourtKind, isCourtLevel } from './court';
import type { CourtCommand, Establishment, Route } from './court.decider';
import { courtStream } from './court.events';

export interface SeededCourt {
  readonly courtId: string;
  readonly stream: string;
  readonly command: Extract<CourtCommand, { type: 'EstablishCourt' }>;
}

/** A row of the table; `former` is the code and name that a re-organisation ended. */
interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly appealTo: string;
  /** Present where the route does not follow from 人民法院组织法 第二十一条、第二十三条. */
  readonly appealToRemark?: string;
  readonly verified: boolean;
  readonly remark: string;
  readonly former?: readonly Former[];
}

interface Former {
  readonly code: string;
  readonly name: string;
  readonly until: string;
  readonly remark: string;
}

const ALWAYS = { from: null, until: null } as const;

const rows: readonly Row[] = seed.courts;

function establishment({ code, name, level, kind, verified, remark, ...row }: Row): Establishment {
  if (!isCourtLevel(level) || !isCourtKind(kind)) throw new Error(`courts-guizhou.json: ${code}`);
  const former = row.former ?? [];
  return {
    code,
    name,
    level,
    kind,
    from: null,
    verified,
    remark,
    formerCodes: former.map(({ code: formerCode, ...rest }) => ({ code: formerCode, ...ended(rest) })),
    formerNames: former.map(({ name: formerName, ...rest }) => ({ name: formerName, ...ended(rest) })),
    appealTo: appealRoute(row),
    administrativeSuperior: level === 'high' ? null : administrativeRoute(),
  };
}

const ended = ({ until, remark }: Pick<Former, 'until' | 'remark'>) => ({
  from: null,
  until,
  verified: false,
  remark,
});

const appealRoute = ({ appealTo, appealToRemark }: Pick<Row, 'appealTo' | 'appealToRemark'>): Route => ({
  to: appealTo,
  ...ALWAYS,
  verified: appealToRemark === undefined,
  remark: appealToRemark ?? null,
});

const administrativeRoute = (): Route => ({ ...seed.administrativeSuperior, ...ALWAYS, verified: false });

/**
 * 贵州法院: the courts of Guizhou as commands, from the top down, so that they enter the log as events and every
 * later change is one too. The source of each code, or what is still to be checked, is in the data.
 */
export const guizhouCourts: readonly SeededCourt[] = rows.map((row) => ({
  courtId: row.code,
  stream: courtStream(row.code),
  command: { type: 'EstablishCourt', data: establishment(row) },
}));
