import type { Act, Refusal } from '@liuhen/kernel';
import type { CaseRegistration, PanelFormation } from './case.events';
import { refuse } from './case.refusals';

type Judges = Pick<CaseRegistration, 'panel' | 'handlingJudge'>;

/** 人民法院组织法 第三十条: three or more, an odd number; an empty panel is a sole judge's or one not told. */
export function refusePanel({ panel, handlingJudge }: Judges): Refusal | undefined {
  if (panel.length === 0) return undefined;
  if (new Set(panel).size < panel.length) return refuse('panel-member-repeated', 'panel');
  if (panel.length < 3 || panel.length % 2 === 0) return refuse('panel-not-odd', 'panel');
  if (handlingJudge !== null && !panel.includes(handlingJudge))
    return refuse('handling-judge-not-in-panel', 'handlingJudge');
  return undefined;
}

/** How the case is tried until now. */
interface FormedBefore {
  readonly registration: CaseRegistration;
  readonly presidingJudge: string | null;
}

/** A panel that is formed, or takes the place of the one before. */
export const refuseFormation = (
  formation: PanelFormation,
  before: FormedBefore,
  act: Act,
): Refusal | undefined =>
  (formation.soleJudge ? refuseSoleJudge(formation) : refuseCollegial(formation)) ??
  refuseChange(formation, before, act);

function refuseSoleJudge({ panel, presidingJudge }: PanelFormation): Refusal | undefined {
  if (panel.length > 0) return refuse('sole-judge-with-panel', 'panel');
  return presidingJudge === null ? undefined : refuse('sole-judge-with-panel', 'presidingJudge');
}

function refuseCollegial(formation: PanelFormation): Refusal | undefined {
  const { panel, presidingJudge } = formation;
  if (panel.length === 0) return refuse('panel-not-odd', 'panel');
  const refusal = refusePanel(formation);
  if (refusal) return refusal;
  if (presidingJudge === null) return refuse('presiding-judge-missing', 'presidingJudge');
  return panel.includes(presidingJudge)
    ? undefined
    : refuse('presiding-judge-not-in-panel', 'presidingJudge');
}

/** 2002年合议庭规定 第三条: once determined, a panel changes for a reason only, by decision of the president or chief. */
function refuseChange(formation: PanelFormation, before: FormedBefore, act: Act): Refusal | undefined {
  if (isSame(formation, before)) return refuse('already-so-formed');
  if (!isReplacement(formation, before)) return undefined;
  if (!mayChange(formation, before, act)) return refuse('panel-change-not-permitted');
  return formation.reason === null ? refuse('panel-change-reason-missing', 'reason') : undefined;
}

function isSame(formation: PanelFormation, { registration, presidingJudge }: FormedBefore): boolean {
  return (
    isSamePanel(formation.panel, registration.panel) &&
    formation.handlingJudge === registration.handlingJudge &&
    formation.soleJudge === registration.soleJudge &&
    formation.presidingJudge === presidingJudge
  );
}

/** What was not told before is not replaced. */
function isReplacement(formation: PanelFormation, { registration, presidingJudge }: FormedBefore): boolean {
  const { panel, handlingJudge, soleJudge } = registration;
  return (
    (panel.length > 0 && !isSamePanel(formation.panel, panel)) ||
    (handlingJudge !== null && handlingJudge !== formation.handlingJudge) ||
    (soleJudge !== null && soleJudge !== formation.soleJudge) ||
    (presidingJudge !== null && presidingJudge !== formation.presidingJudge)
  );
}

const isSamePanel = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((person) => other.includes(person));

/** The leaders of the court, who decide; the handling judge, before or after, who asked them; the case system. */
const mayChange = (
  { handlingJudge }: PanelFormation,
  { registration }: FormedBefore,
  { actor }: Act,
): boolean =>
  actor.party === 'courtLeaders' ||
  actor.party === 'system' ||
  actor.person === handlingJudge ||
  actor.person === registration.handlingJudge;
