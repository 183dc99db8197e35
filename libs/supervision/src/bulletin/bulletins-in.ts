import { courtAt } from '@liuhen/courts';
import { chinaDateOf, isRefusal, type CalendarDate, type Recorded, type Refusal } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import type { MatterEvent } from '../matter-rules/matter-events';
import { evolveBulletin, NO_BULLETIN, type Bulletin } from './bulletin';
import { objectionsUntil, rankingOn } from './bulletin-rules';
import type { BulletinList } from './bulletin.views';

type History = readonly Recorded<MatterEvent>[];
type BulletinView = BulletinList['bulletins'][number];

/**
 * What a matter's bulletins say by now, one a round.
 *
 * @throws Refusal `policy-missing`
 */
export const bulletinsIn = (
  history: History,
  facts: CourtFacts,
  today: CalendarDate,
): readonly BulletinView[] =>
  [...new Set(history.map(({ data }) => data.round))].flatMap((round) => {
    const events = history.filter(({ data }) => data.round === round);
    const bulletin = events.reduce(evolveBulletin, NO_BULLETIN);
    const { checked } = bulletin;
    if (!checked) return [];
    const figures = [...bulletin.figures.values()].map((figure) => ({
      ...figure,
      corrections: correctionsOf(figure.figure, events),
    }));
    const objections = objectionsIn(events, bulletin);
    return [{ round, ...checked, ...rulesOf(events, facts, today), figures, objections }];
  });

const correctionsOf = (name: string, events: History): BulletinView['figures'][number]['corrections'] =>
  events.flatMap((event) =>
    event.type === 'BulletinCorrected'
      ? event.data.corrections
          .filter(({ figure }) => figure === name)
          .map(({ was, now }) => ({ was, now, reason: event.data.reason, at: event.header.recordedAt }))
      : [],
  );

function objectionsIn(events: History, bulletin: Bulletin): BulletinView['objections'] {
  const answers = new Map(
    events.flatMap((event) =>
      event.type === 'FigureObjectionAnswered' ? [[event.data.objection, event.data.reason] as const] : [],
    ),
  );
  return events.flatMap((event) => {
    if (event.type !== 'FigureObjected') return [];
    const { objection, figure, reason, documents } = event.data;
    const status = bulletin.objections.get(objection)?.status ?? 'open';
    const answer = answers.get(objection) ?? null;
    return [{ objection, figure, reason, documents, raisedAt: event.header.recordedAt, status, answer }];
  });
}

/** By the rules of the court that checked the figures, which is the one that issues. */
function rulesOf(
  events: History,
  facts: CourtFacts,
  today: CalendarDate,
): Pick<BulletinView, 'rankingAllowed' | 'objectionsUntil'> {
  const code = events.find(({ type }) => type === 'FiguresChecked')?.header.court ?? '';
  const court = { facts, courtId: courtAt(facts.courts, code, today)?.id ?? code };
  const issued = events.find(({ type }) => type === 'MatterIssued');
  const until = issued ? required(objectionsUntil(court, chinaDateOf(issued.header.recordedAt))) : null;
  return { rankingAllowed: required(rankingOn(court, today)).allowed, objectionsUntil: until };
}

function required<Rule>(rule: Rule | Refusal): Rule {
  if (isRefusal(rule)) throw rule;
  return rule;
}
