import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { lawArticleOf, organicLaw } from '../law/citation';
import { advance } from '../matter-rules/charges';
import type { MatterState } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf } from '../matter-rules/owed';
import { holderOf, holderToward, chargeableHolder } from '../matter-rules/posts';
import { screenedWords, type ScreenedText } from '../matter-rules/screening';
import { targetsOf, type GivenTarget, type Parties } from './given-targets';
import { refuseContent } from './refuse-content';
import type { ItemOwner, MatterContent } from './supervision-matter.events';
import { refuse } from './supervision-matter.refusals';

export interface GivenMatter extends Omit<MatterContent, 'targets'> {
  readonly targets: readonly GivenTarget[];
  readonly approver: ItemOwner;
  /** Why words stand that the rules warn of; `null` where there are none. */
  readonly screenedReason: string | null;
}

export type DraftCommand = Message<'DraftMatter', GivenMatter>;

/** 上级人民法院监督下级人民法院的审判工作；院长监督本院审判工作. */
const POWER = [...organicLaw('10.2'), ...organicLaw('41')].map(lawArticleOf);

/** 起草: for the first time, again after it was declined, or as the next instrument after an escalation. */
export function draft(given: GivenMatter, state: MatterState, court: MatterCourt): MatterDecision {
  const fulfils = draftingDuties(given, state, court);
  if (isRefusal(fulfils)) return fulfils;
  const parties = partiesOf(given, court);
  if (isRefusal(parties)) return parties;
  const targets = targetsOf(given.targets, parties, court);
  if (isRefusal(targets)) return targets;
  const { approver: _approver, screenedReason, ...rest } = given;
  const content: MatterContent = { ...rest, targets };
  const { instrument, common } = court.rules;
  const screened =
    refuseContent(content, court) ?? screenedWords(textsOf(content), common.screening, screenedReason);
  if (isRefusal(screened)) return screened;
  const opened = state.status === 'none' ? new Map<string, number>() : state.opened;
  const data = {
    ...content,
    ...parties,
    round: roundOf(state),
    fulfils,
    drops: [],
    charges: advance(court, { ...parties, content, opened }, null),
    ...screened,
    confidential: instrument.targets.confidential,
  };
  const { routes, targets: aims, steps } = instrument;
  return [step({ type: 'MatterDrafted', data }, court, ...POWER, routes.basis, aims.basis, steps.basis)];
}

/** The duty to draft it again; none where there is no matter yet. */
function draftingDuties(
  { instrument }: GivenMatter,
  state: MatterState,
  court: MatterCourt,
): readonly string[] | Refusal {
  if (state.status === 'none') return [];
  if (![...state.open.values()].some(({ kind }) => kind === 'matterDrafting'))
    return refuse('matter-already-drafted');
  if (instrument !== (state.escalatedTo ?? state.content.instrument))
    return refuse('matter-instrument-fixed', 'instrument');
  const owed = owedOf(court, state, 'matterDrafting');
  return isRefusal(owed) ? owed : [owed.duty];
}

function roundOf(state: MatterState): number {
  if (state.status === 'none') return 1;
  return state.escalatedTo === null ? state.round : state.round + 1;
}

/** Who drafts and who approves, both of the issuing court. */
function partiesOf({ approver, coOrganisers, targets }: GivenMatter, court: MatterCourt): Parties | Refusal {
  const { person, post } = court.act.actor;
  const toward = targets[0]?.court ?? court.code;
  const issuing = holderToward(court, { court: court.code, post, person }, toward);
  if (!issuing) return refuse('matter-issuer-not-entitled');
  const approving = chargeableHolder(court, approver, 'approver', toward);
  if (isRefusal(approving)) return approving;
  const stranger = coOrganisers.findIndex(
    (helper) => holderOf(court, { court: court.code, post: helper, person: null }) === undefined,
  );
  return stranger === -1
    ? { issuer: issuing, approver: approving }
    : refuse('matter-post-unknown', `coOrganisers[${String(stranger)}]`);
}

/** What asks somebody for something. */
const textsOf = ({ title, demands }: MatterContent): readonly ScreenedText[] => [
  { field: 'title', text: title },
  ...demands.map(({ text }, place) => ({ field: `demands[${String(place)}].text`, text })),
];
