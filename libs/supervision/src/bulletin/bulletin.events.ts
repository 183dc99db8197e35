import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';

/** 通报所列的一项数据; the value is decimal text, for events hold no fractions. */
export interface BulletinFigure {
  /** Unique in the bulletin, from 1. */
  readonly figure: string;
  /** Code of the court that it is about. */
  readonly court: string;
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  /** Where it was checked. */
  readonly source: string;
}

export interface CheckedFigures extends MatterStep {
  readonly asOf: CalendarDate;
  readonly figures: readonly BulletinFigure[];
  /** Whether courts or persons are listed in order of merit; only where the rules of the day allow it. */
  readonly ranked: boolean;
}

export interface RaisedObjection extends MatterStep {
  /** Unique in the matter, from 1. */
  readonly objection: string;
  readonly figure: string;
  readonly reason: string;
  readonly documents: readonly DocumentReference[];
}

/** 更正. */
export interface Correction {
  readonly figure: string;
  readonly was: string;
  readonly now: string;
}

/** 通报: figures that are checked before, open to objection after, and corrected where one is right. */
export type BulletinEvent =
  | Message<'FiguresChecked', CheckedFigures>
  | Message<'FigureObjected', RaisedObjection>
  | Message<
      'FigureObjectionAnswered',
      MatterStep & { readonly objection: string; readonly upheld: boolean; readonly reason: string }
    >
  | Message<
      'BulletinCorrected',
      MatterStep & { readonly corrections: readonly Correction[]; readonly reason: string }
    >
  /** 异议期满: every objection is answered. */
  | Message<'ObjectionWindowClosed', MatterStep>;

export const bulletinEvents: EventTypes<BulletinEvent> = {
  FiguresChecked: { schema: 1 },
  FigureObjected: { schema: 1 },
  FigureObjectionAnswered: { schema: 1 },
  BulletinCorrected: { schema: 1 },
  ObjectionWindowClosed: { schema: 1 },
};

/** Kinds of the duties that only bulletins open. */
export const BULLETIN_DUTIES = {
  bulletinFiguresCheck: '核验通报数据',
  bulletinObjectionWindow: '办结通报异议',
  figureObjection: '答复通报异议',
  bulletinCorrection: '更正通报',
} as const;
