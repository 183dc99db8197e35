import type { DutyTerms, Recorded } from '@liuhen/kernel';
import type { OwnerView } from '../matter-file/matter.views';
import type { Stage } from '../matter-rules/instruments';
import type { MatterEvent } from '../matter-rules/matter-events';
import { contentOf } from '../matter-rules/matter-content';
import { isInternalDuty } from '../matter-rules/sight';
import { stageAfter } from '../matter-rules/stage-after';
import type { MatterStandingView } from './supervision-matter.views';
import type { ItemOwner } from './supervision-matter.events';

type History = readonly Recorded<MatterEvent>[];

/**
 * How a matter stands as far as a reader knows it: from the events that they may see alone, so that a round that is kept
 * from them shows in nothing.
 *
 * @param within whether they are of the issuing side
 */
export function standingOf(
  history: History,
  within: boolean,
): Omit<MatterStandingView, 'matter' | 'revision'> | undefined {
  const latest = history.filter(isContent).at(-1)?.data;
  if (!latest) return undefined;
  const { round, issuer } = latest;
  const { targets, ...content } = contentOf(latest);
  const leader = history.filter(isOf('AssignmentHandedOver')).at(-1)?.data.to;
  return {
    ...content,
    round,
    stage: stageOf(history),
    issuer: postView(issuer),
    targets: targets.map(({ responsible, answeredBy: _, ...target }) => ({
      ...target,
      responsible: postView(leader ?? responsible),
    })),
    rounds: roundsIn(history),
    replies: repliesIn(history),
    items: itemsIn(history),
    owed: owedIn(history)
      .filter(({ kind }) => within || !isInternalDuty(kind))
      .map(({ duty, holder: { post, person }, due }) => ({ duty, post, person, due })),
  };
}

type Told<Type extends MatterEvent['type']> = Recorded<Extract<MatterEvent, { type: Type }>>;

/** The event of a type, with what the compiler knows of it. */
const isOf =
  <Type extends MatterEvent['type']>(...types: readonly Type[]) =>
  (event: Recorded<MatterEvent>): event is Told<Type> =>
    (types as readonly string[]).includes(event.type);

const isContent = isOf('MatterDrafted', 'MatterIssued');

const postView = ({ court, post, person }: ItemOwner): OwnerView => ({ court, post, person });

const stageOf = (history: History): Stage => history.reduce<Stage>(stageAfter, 'draft');

function roundsIn(history: History): MatterStandingView['rounds'] {
  const begun = new Map(history.filter(isContent).map(({ data }) => [data.round, data.instrument]));
  const issued = new Map(history.filter(isOf('MatterIssued')).map((event) => [event.data.round, event]));
  const escalated = new Map(
    history.filter(isOf('MatterEscalated')).map(({ data }) => [data.round, data.reason]),
  );
  return [...begun].map(([round, instrument]) => ({
    round,
    instrument,
    number: issued.get(round)?.data.number ?? null,
    letter: issued.get(round)?.data.letter ?? null,
    issuedAt: issued.get(round)?.header.recordedAt ?? null,
    escalatedFor: escalated.get(round) ?? null,
  }));
}

function repliesIn(history: History): MatterStandingView['replies'] {
  const examined = history.filter(isOf('ReplyExamined')).map(({ data }) => data);
  const returned = history.filter(isOf('ReplyReturned')).map(({ data }) => data);
  return history.filter(isOf('MatterReplied')).map(({ data, header }) => {
    const { round, reply, causes, measures, responsible, until, answers, attachments } = data;
    const examination = examined.find((one) => one.round === round && one.reply === reply);
    const back = returned.find((one) => one.round === round && one.nth === reply);
    return {
      ...{ round, reply, causes, measures, responsible, until, answers, attachments },
      at: header.recordedAt,
      findings: examination?.findings ?? [],
      opinion: examination?.opinion ?? null,
      returnedFor: back?.reason ?? null,
    };
  });
}

function itemsIn(history: History): MatterStandingView['items'] {
  const reports = history.filter(isOf('RectificationReported')).map(({ data }) => data);
  const escalated = new Set(history.filter(isOf('MatterEscalated')).map(({ data }) => data.round));
  const last = new Map(
    history
      .filter(isOf('RectificationReported', 'RectificationChecked'))
      .map((event) => [event.data.item, event]),
  );
  return history.filter(isOf('RectificationAssigned')).flatMap(({ data }) =>
    data.items.map(({ owner, ...item }) => ({
      ...item,
      owner: postView(owner),
      status: statusAfter(last.get(item.item), escalated.has(data.round)),
      evidence: reports.filter((report) => report.item === item.item).flatMap(({ evidence }) => evidence),
    })),
  );
}

function statusAfter(
  last: Told<'RectificationReported' | 'RectificationChecked'> | undefined,
  isEscalated: boolean,
): MatterStandingView['items'][number]['status'] {
  if (last?.type === 'RectificationChecked' && last.data.passed) return 'done';
  if (isEscalated) return 'superseded';
  return last?.type === 'RectificationReported' ? 'reported' : 'open';
}

/** What these events opened and none of them ended, with whoever it went over to. */
function owedIn(history: History): readonly DutyTerms[] {
  const ended = new Set(
    history.flatMap(({ data }) => [...data.fulfils, ...data.drops.map(({ duty }) => duty)]),
  );
  const followers = new Map(
    history
      .filter(isOf('AssignmentHandedOver'))
      .flatMap(({ data: { duties, to } }) => duties.map((duty) => [duty, to] as const)),
  );
  return history
    .flatMap(({ data }) => data.charges)
    .filter(({ duty }) => !ended.has(duty))
    .map((terms) => ({ ...terms, holder: followers.get(terms.duty) ?? terms.holder }));
}
