import type { CaseEvent } from '../case/case.events';
import type { CommitteeApplication, DecidedMatter, DecidedReferral } from './adjudication-committee.events';
import type { HeededEvent } from './heeded-events';
import { subjectOf, type AwaitedReferral, type Matter, type MattersOfCase } from './matters';

type Heeded = Exclude<HeededEvent, CaseEvent>;

/** What is before the president and the committee, after an event of theirs or of a review. */
export const evolveMatters = (state: MattersOfCase, event: Heeded): MattersOfCase =>
  opened(ended(state, event), event);

/** What an event discharges or waives is no longer owed, whichever act ended it. */
function ended(state: MattersOfCase, { data }: Heeded): MattersOfCase {
  const duty = 'duty' in data ? data.duty : null;
  if (duty === null) return state;
  const matters = [...state.matters].map(([id, matter]) => [id, withoutDuty(matter, duty)] as const);
  return {
    ...state,
    awaited: new Map([...state.awaited].filter(([awaited]) => awaited !== duty)),
    matters: new Map(matters),
  };
}

const withoutDuty = (matter: Matter, duty: string): Matter => ({
  ...matter,
  duty: matter.duty === duty ? null : matter.duty,
  conforming: matter.conforming === duty ? null : matter.conforming,
});

function opened(state: MattersOfCase, event: Heeded): MattersOfCase {
  switch (event.type) {
    case 'ReviewerRecused':
      return { ...state, recused: [...state.recused, event.data.person] };
    case 'ReviewSubmitted': {
      const { review, features } = event.data;
      return { ...state, features: new Map(state.features).set(review, features) };
    }
    case 'ReviewWithdrawn':
    case 'DocumentSigned':
      return closed(state, event.data.review);
    case 'CommitteeRequested': {
      const { review, mandatory, charge } = event.data;
      const referral = { charge, review, application: null, reconsiders: null, mandatory, law: [] };
      return awaiting(state, referral);
    }
    case 'CommitteeApplied':
      return applied(state, event.data);
    case 'CommitteeReferralDecided':
      return referralDecided(state, event.data);
    case 'ApplicationReconsidered': {
      const { application, charge } = event.data;
      const advised = state.advised.get(application);
      const next = { ...state, advised: without(state.advised, application) };
      if (!advised || charge === null) return next;
      const { mandatory, law } = advised;
      return awaiting(next, { charge, review: null, application, reconsiders: null, mandatory, law });
    }
    default:
      return evolveMatter(state, event);
  }
}

function evolveMatter(state: MattersOfCase, event: Heeded): MattersOfCase {
  if (!('committee' in event.data) || event.data.committee === null) return state;
  const matter = state.matters.get(event.data.committee);
  if (!matter) return state;
  switch (event.type) {
    case 'CommitteeConvened': {
      const recused = event.data.recused.map(({ person }) => person);
      const before = { ...state, recused: [...state.recused, ...recused] };
      return withMatter(before, { ...matter, convened: event.data });
    }
    case 'CommitteeDecided':
      return withMatter(state, decided(matter, event.data));
    case 'CommitteeReconsiderationRequested': {
      const { committee, review, charge } = event.data;
      const request = {
        charge,
        review,
        application: null,
        reconsiders: committee,
        mandatory: false,
        law: [],
      };
      return withMatter(awaiting(state, request), { ...matter, reconsideration: 'requested' });
    }
    case 'CommitteeReconsiderationDecided': {
      const { charge } = event.data;
      if (charge === null) return state;
      const submitted = { ...matter, reconsideration: 'submitted', convened: null } as const;
      return withMatter(state, { ...submitted, duty: charge.duty, charges: matter.charges + 1 });
    }
    default:
      return state;
  }
}

const withMatter = (state: MattersOfCase, matter: Matter): MattersOfCase => ({
  ...state,
  matters: new Map(state.matters).set(matter.id, matter),
});

const awaiting = (state: MattersOfCase, referral: AwaitedReferral): MattersOfCase => ({
  ...state,
  awaited: new Map(state.awaited).set(referral.charge.duty, referral),
});

function applied(
  state: MattersOfCase,
  { application, mandatory, law, charge }: CommitteeApplication,
): MattersOfCase {
  const referral = { charge, review: null, application, reconsiders: null, mandatory, law };
  return awaiting({ ...state, applications: state.applications + 1 }, referral);
}

function referralDecided(state: MattersOfCase, decision: DecidedReferral): MattersOfCase {
  const { review, committee, charge } = decision;
  if (decision.decision === 'adviseReconsideration') return advised(state, decision);
  if (committee === null || charge === null) return state;
  return withMatter(state, {
    id: committee,
    review,
    holder: charge.holder,
    duty: charge.duty,
    convened: null,
    decided: false,
    conforming: null,
    reconsideration: 'none',
    charges: 1,
    closed: false,
  });
}

function advised(state: MattersOfCase, decision: DecidedReferral): MattersOfCase {
  const { application, charge, mandatory, law } = decision;
  const adviceUsed = new Set(state.adviceUsed).add(subjectOf(decision));
  if (application === null || charge === null) return { ...state, adviceUsed };
  const advice = { duty: charge.duty, mandatory, law };
  return { ...state, adviceUsed, advised: new Map(state.advised).set(application, advice) };
}

/** A decision is executed by a document; without one the committee sits again, or what it decided before stands. */
function decided(matter: Matter, { decision, charge }: DecidedMatter): Matter {
  if (decision === 'noMajority') {
    const again = { duty: charge?.duty ?? null, charges: matter.charges + (charge === null ? 0 : 1) };
    return { ...matter, ...again, convened: null };
  }
  return { ...matter, decided: true, convened: null, conforming: charge?.duty ?? null };
}

function closed(state: MattersOfCase, review: string): MattersOfCase {
  const matters = [...state.matters].map(
    ([id, matter]) => [id, matter.review === review ? { ...matter, closed: true } : matter] as const,
  );
  return { ...state, matters: new Map(matters) };
}

const without = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> =>
  new Map([...map].filter(([each]) => each !== key));
