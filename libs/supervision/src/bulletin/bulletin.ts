import type { MatterEvent } from '../matter-rules/matter-events';
import type { BulletinFigure, CheckedFigures, Correction } from './bulletin.events';

export interface Objection {
  readonly figure: string;
  readonly status: 'open' | 'dismissed' | 'upheld' | 'corrected';
  /** The duty to answer it, then to correct; `null` where nothing is owed. */
  readonly duty: string | null;
}

/** 通报 as its events leave it, since the matter was last drafted. */
export interface Bulletin {
  readonly checked: Pick<CheckedFigures, 'asOf' | 'ranked'> | null;
  /** As they stand, corrected, by number. */
  readonly figures: ReadonlyMap<string, BulletinFigure>;
  /** By number. */
  readonly objections: ReadonlyMap<string, Objection>;
}

export const NO_BULLETIN: Bulletin = { checked: null, figures: new Map(), objections: new Map() };

export function evolveBulletin(bulletin: Bulletin, event: MatterEvent): Bulletin {
  switch (event.type) {
    case 'MatterDrafted':
      return NO_BULLETIN;
    case 'FiguresChecked': {
      const { asOf, ranked, figures } = event.data;
      const byNumber = new Map(figures.map((figure) => [figure.figure, figure]));
      return { ...NO_BULLETIN, checked: { asOf, ranked }, figures: byNumber };
    }
    case 'FigureObjected': {
      const { objection, figure, charges } = event.data;
      return withObjection(bulletin, objection, { figure, status: 'open', duty: charges[0]?.duty ?? null });
    }
    case 'FigureObjectionAnswered': {
      const { objection, upheld, charges } = event.data;
      const raised = bulletin.objections.get(objection);
      const status = upheld ? 'upheld' : 'dismissed';
      return raised
        ? withObjection(bulletin, objection, { ...raised, status, duty: charges[0]?.duty ?? null })
        : bulletin;
    }
    case 'BulletinCorrected':
      return corrected(bulletin, event.data);
    default:
      return bulletin;
  }
}

const withObjection = (bulletin: Bulletin, name: string, objection: Objection): Bulletin => ({
  ...bulletin,
  objections: new Map(bulletin.objections).set(name, objection),
});

function corrected(
  bulletin: Bulletin,
  {
    corrections,
    fulfils,
  }: { readonly corrections: readonly Correction[]; readonly fulfils: readonly string[] },
): Bulletin {
  const figures = new Map(bulletin.figures);
  for (const { figure, now } of corrections) {
    const known = figures.get(figure);
    if (known) figures.set(figure, { ...known, value: now });
  }
  const objections = [...bulletin.objections].map(([name, objection]): readonly [string, Objection] =>
    objection.duty !== null && fulfils.includes(objection.duty)
      ? [name, { ...objection, status: 'corrected', duty: null }]
      : [name, objection],
  );
  return { ...bulletin, figures, objections: new Map(objections) };
}
