import type { CaseEvent, CaseRegistration, HandlingCourt } from '../case/case.events';

/** A case and who tries it, as the case's own events tell. */
export interface TriedCase {
  readonly court: HandlingCourt;
  readonly caseType: CaseRegistration['caseType'];
  /** 合议庭; empty for a sole judge or where unknown. */
  readonly panel: readonly string[];
  readonly handlingJudge: string | null;
  readonly soleJudge: boolean;
  /** 审判长. */
  readonly presidingJudge: string | null;
}

/** After an event of the case; `undefined` before its registration. */
export function evolveTriedCase(tried: TriedCase | undefined, event: CaseEvent): TriedCase | undefined {
  switch (event.type) {
    case 'CaseRegistered': {
      const { court, caseType, panel, handlingJudge, soleJudge } = event.data;
      return { court, caseType, panel, handlingJudge, soleJudge: soleJudge ?? false, presidingJudge: null };
    }
    case 'PanelFormed': {
      const { panel, handlingJudge, soleJudge, presidingJudge } = event.data;
      return tried && { ...tried, panel, handlingJudge, soleJudge, presidingJudge };
    }
    default:
      return tried;
  }
}

/** 合议庭 or the sole judge, and whoever handles the case. */
export const triersOf = ({ panel, handlingJudge }: TriedCase): readonly string[] => [
  ...new Set([...panel, ...(handlingJudge === null ? [] : [handlingJudge])]),
];

/** 合议庭 or the sole judge: all of those who sign. */
export const signersOf = ({ panel, handlingJudge }: TriedCase): readonly string[] =>
  panel.length > 0 || handlingJudge === null ? panel : [handlingJudge];
