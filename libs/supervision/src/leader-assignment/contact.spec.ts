import { addTerm } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import fc from 'fast-check';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { MatterStory } from '../matter-rules/testing/matter-story';
import { contactDay } from './contact';
import { leaderAssignmentDecider } from './leader-assignment.decider';
import { contactOn, extendedBy, LEADER, ledgerOf, returned, running, visitOn } from './testing/assignments';

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

/** The contact is held on the day, and recorded then or on another. */
const contact = (heldOn: CalendarDate, recordedOn = heldOn) =>
  story.on(recordedOn).does(LEADER, leaderAssignmentDecider, contactOn(heldOn));
const due = (kind = 'leaderContact') =>
  story.owed.filter((owed) => owed.kind === kind).map((owed) => owed.due ?? '');

describe('contacts', () => {
  it('are owed month after month, in the whole of a term of twelve months', () => {
    running(story, '2027-03-02');
    const days = Array.from({ length: 12 }, () => {
      const [day = ''] = due();
      contact(day);
      return day;
    });
    expect(days).toEqual([
      ...['2026-04-02', '2026-05-02', '2026-06-02', '2026-07-02', '2026-08-02', '2026-09-02'],
      ...['2026-10-02', '2026-11-02', '2026-12-02', '2027-01-02', '2027-02-02', '2027-03-02'],
    ]);
    expect(due()).toEqual([]);
    expect([...ledgerOf(story).values()].filter(({ terms }) => terms.kind === 'leaderContact')).toHaveLength(
      12,
    );
  });

  it('that are early count for their month', () => {
    running(story);
    contact('2026-03-20');
    expect(due()).toEqual(['2026-05-02']);
  });

  it('of a month for which there is one already are recorded, and count for no other', () => {
    running(story);
    contact('2026-03-20');
    const [extra] = contact('2026-04-02');
    expect(extra).toMatchObject({ data: { nth: 2, fulfils: [], charges: [] } });
    expect(due()).toEqual(['2026-05-02']);
    contact('2026-04-03');
    expect(due()).toEqual(['2026-06-02']);
    contact('2026-05-02', '2026-05-20');
    expect(due()).toEqual(['2026-06-02']);
  });

  it('that are missed stay owed, late, one after the other', () => {
    running(story);
    contact('2026-03-20');
    contact('2026-06-10');
    expect(due()).toEqual(['2026-06-02']);
    contact('2026-06-10');
    expect(due()).toEqual(['2026-07-02']);
    const late = ledgerOf(story).get('leaderContact/2');
    expect(late).toMatchObject({ status: 'discharged', terms: { due: '2026-05-02' } });
    expect(late?.closed?.at.slice(0, 10)).toBe('2026-06-10');
  });

  it('are owed for no time after the term, though they may still be made up for', () => {
    running(story);
    for (let n = 1; n <= 6; n++) contact('2026-09-30');
    expect(due()).toEqual(['2026-09-30']);
    contact('2026-10-09');
    expect(due()).toEqual([]);
    contact('2026-10-10');
    expect(due()).toEqual([]);
  });
});

describe('the stretches of a term', () => {
  const facts = guizhouFacts();
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const rules = { contactEveryMonths: 1, leastVisits: 1, handOverWorkingDays: 5 };
  const monthsFrom = (since: CalendarDate, months: number) => addTerm(facts.calendar, since, { months }).date;

  it('are as many as its months, of a month each, and the last ends with it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 6, max: 12 }), (since, months) => {
        const end = monthsFrom(since, months);
        const days: CalendarDate[] = [];
        for (let before = since; before < end; days.push(before))
          before = contactDay(since, before, end, rules, { facts });
        expect(days).toEqual(Array.from({ length: months }, (_, n) => monthsFrom(since, n + 1)));
      }),
    );
  });
});

describe('a term that is extended', () => {
  it('has contacts and visits until its new end', () => {
    running(story);
    for (let n = 1; n <= 6; n++) contact('2026-09-14');
    extendedBy(story, 30);
    const [end = ''] = due('matterReply');
    expect([end > '2026-11-02', due(), due('assignmentVisit')]).toEqual([true, ['2026-09-30'], [end]]);
    contact('2026-09-30');
    expect(due()).toEqual(['2026-11-02']);
    contact('2026-11-01');
    expect(due()).toEqual([end]);
    contact(end);
    expect(due()).toEqual([]);
  });

  it('has contacts also where the last was made already, and no second of visits that were made', () => {
    running(story);
    story.on('2026-09-14').does(LEADER, leaderAssignmentDecider, visitOn('2026-09-14'));
    for (let n = 1; n <= 7; n++) contact('2026-09-14');
    expect(due()).toEqual([]);
    extendedBy(story, 30);
    expect([due(), due('assignmentVisit')]).toEqual([['2026-10-30'], []]);
  });

  it('opens nothing where the report is there and only to be improved', () => {
    running(story);
    returned(story.on('2026-09-14'));
    extendedBy(story, 30);
    expect(due()).toEqual([]);
  });
});
