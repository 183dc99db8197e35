import type { Recorded } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';
import { APPROVE, ARCHIVE, CLOSE_OUT, ISSUE } from '../matter-rules/testing/commands';
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenMatter } from '../supervision-matter/draft-matter';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { bulletinDecider, type BulletinCommand } from './bulletin.decider';
import { bulletinsIn } from './bulletins-in';

const { highManager, highVice, highChief, midPresident, midVice, midManager, otherPresident } = WHO;
const { lowManager, lowVice, lowChief, lowPresident } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: BulletinCommand) => story.does(who, bulletinDecider, command);
const refused = (who: Who, command: BulletinCommand) => story.refused(who, bulletinDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);
const shown = (today = '2026-03-20') =>
  bulletinsIn(story.events as unknown as readonly Recorded<MatterEvent>[], story.facts, today);

type Data<Type extends BulletinCommand['type']> = Extract<BulletinCommand, { type: Type }>['data'];
type Figure = Data<'CheckFigures'>['figures'][number];

const figure = (changes: Partial<Figure> = {}): Figure => ({
  ...{ court: '黔01', indicator: '一年以上未结案件占比', value: '12.50', unit: '%', source: '案件系统' },
  ...changes,
});
const check = (changes: Partial<Data<'CheckFigures'>> = {}): BulletinCommand => ({
  type: 'CheckFigures',
  data: { asOf: '2026-02-28', figures: [figure(), figure({ court: '黔03' })], ranked: false, ...changes },
});
const objectTo = (name: string, reason = '有三件已经结案'): BulletinCommand => ({
  type: 'ObjectToFigure',
  data: { figure: name, reason, documents: [] },
});
const answer = (objection: string, upheld: boolean): BulletinCommand => ({
  type: 'AnswerFigureObjection',
  data: { objection, upheld, reason: '经核对' },
});
const correct = (...corrections: Data<'CorrectBulletin'>['corrections']): BulletinCommand => ({
  type: 'CorrectBulletin',
  data: { corrections, reason: '核对结案日期' },
});
const CORRECTION = { figure: '1', was: '12.50', now: '11.80' };
const CLOSE: BulletinCommand = { type: 'CloseObjectionWindow', data: {} };

const drafted = (changes: Partial<GivenMatter> = {}) =>
  lives(highManager, {
    type: 'DraftMatter',
    data: draftOf({
      instrument: 'bulletin',
      demands: [],
      targets: [atCourt('黔01', midPresident), atCourt('黔03', otherPresident)],
      ...changes,
    }),
  });

/** On 4 March; objections are open until 11 March. */
function issued() {
  drafted();
  does(highManager, check());
  lives(highVice, APPROVE);
  story.on('2026-03-04');
  lives(highManager, ISSUE);
}

describe('the check of figures', () => {
  it('numbers them, before anybody approves', () => {
    drafted();
    expect(owed()).toEqual([['bulletinFiguresCheck', '2026-03-09']]);
    const [event] = does(highManager, check());
    expect(event).toMatchObject({
      ...{ type: 'FiguresChecked', secrecy: 'inner' },
      data: {
        ranked: false,
        figures: [
          { figure: '1', value: '12.50' },
          { figure: '2', court: '黔03' },
        ],
      },
    });
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
  });

  const wrong: readonly (readonly [string, Partial<Data<'CheckFigures'>>, string])[] = [
    ['ranking', { ranked: true }, 'bulletin-ranking-forbidden'],
    ['no figure', { figures: [] }, 'bulletin-figures-missing'],
    ['figures of tomorrow', { asOf: '2026-03-03' }, 'bulletin-figures-not-yet'],
    ['a court not aimed at', { figures: [figure({ court: '黔02' })] }, 'bulletin-figure-court-outside'],
    ['the same twice', { figures: [figure(), figure({ value: '3' })] }, 'bulletin-figure-repeated'],
    ['a value that is no number', { figures: [figure({ value: '12,5' })] }, 'bulletin-value-not-decimal'],
  ];
  it.each(wrong)('is refused with %s', (_, changes, code) => {
    drafted();
    expect(refused(highManager, check(changes))).toBe(code);
  });

  it('is the issuing side’s, and once', () => {
    drafted();
    expect(refused(midPresident, check())).toBe('matter-step-not-yours');
    does(highManager, check());
    expect(refused(highManager, check())).toBe('matter-step-not-open');
  });

  it('is of figures of the own court, where the bulletin is for it', () => {
    const data = draftOf(
      {
        ...{ instrument: 'bulletin', demands: [] },
        targets: [{ ...atCourt('黔0102', lowChief), kind: 'division', division: '民事审判第一庭' }],
      },
      lowVice,
    );
    lives(lowManager, { type: 'DraftMatter', data });
    expect(refused(lowManager, check())).toBe('bulletin-figure-court-outside');
    expect(does(lowManager, check({ figures: [figure({ court: '黔0102' })] }))).toHaveLength(1);
  });

  it('allows ranking where the rules of the issuing court do, and shows whether they do', () => {
    drafted();
    does(highManager, check());
    expect(shown()).toMatchObject([{ ranked: false, rankingAllowed: false, objectionsUntil: null }]);
    story = new MatterStory(ruledBy({ 'bulletin.ranking': { allowed: true } }));
    const targets = [atCourt('黔0102', lowPresident)];
    const data = draftOf({ instrument: 'bulletin', demands: [], targets }, midVice);
    lives(midManager, { type: 'DraftMatter', data });
    does(midManager, check({ figures: [figure({ court: '黔0102' })], ranked: true }));
    expect(shown()).toMatchObject([{ ranked: true, rankingAllowed: true }]);
    expect(shown('2025-12-31')).toMatchObject([{ ranked: true, rankingAllowed: false }]);
  });
});

describe('an objection', () => {
  it('is answered, and where it is right the bulletin is corrected', () => {
    issued();
    expect(owed()).toEqual([['bulletinObjectionWindow', '2026-03-25']]);
    story.on('2026-03-11');
    expect(does(midPresident, objectTo('1'))[0]?.data).toMatchObject({ objection: '1', figure: '1' });
    expect(owed()).toContainEqual(['figureObjection', '2026-03-16']);
    story.on('2026-03-12');
    does(highManager, answer('1', true));
    expect(owed()).toContainEqual(['bulletinCorrection', '2026-03-17']);
    expect(refused(highManager, CLOSE)).toBe('bulletin-correction-owed');
    does(highManager, correct(CORRECTION));
    expect(owed()).toEqual([['bulletinObjectionWindow', '2026-03-25']]);
    expect(shown()).toMatchObject([
      {
        ...{ round: 1, asOf: '2026-02-28', objectionsUntil: '2026-03-11' },
        figures: [
          {
            figure: '1',
            value: '11.80',
            corrections: [{ was: '12.50', now: '11.80', reason: '核对结案日期' }],
          },
          { figure: '2', value: '12.50', corrections: [] },
        ],
        objections: [{ objection: '1', status: 'corrected', reason: '有三件已经结案', answer: '经核对' }],
      },
    ]);
    does(highManager, CLOSE);
    lives(highManager, CLOSE_OUT);
    lives(highManager, ARCHIVE);
    expect(story.owed).toEqual([]);
  });

  it('that is not right changes nothing, and can be raised anew', () => {
    issued();
    does(midPresident, objectTo('1'));
    expect(shown()).toMatchObject([{ objections: [{ status: 'open', answer: null }] }]);
    expect(refused(midPresident, objectTo('1'))).toBe('bulletin-figure-under-objection');
    does(highManager, answer('1', false));
    expect(shown()).toMatchObject([
      { objections: [{ status: 'dismissed' }], figures: [{ value: '12.50' }, {}] },
    ]);
    expect(refused(highManager, answer('1', true))).toBe('matter-step-not-open');
    expect(does(midPresident, objectTo('1'))[0]?.data).toMatchObject({ objection: '2' });
    does(highManager, answer('2', true));
    expect(shown()).toMatchObject([{ objections: [{}, { status: 'upheld' }] }]);
    expect(refused(midPresident, objectTo('1'))).toBe('bulletin-figure-under-objection');
  });

  it('is raised by who answers for the court of the figure, while it can be', () => {
    drafted();
    does(highManager, check());
    expect(refused(midPresident, objectTo('1'))).toBe('bulletin-objection-not-open');
    lives(highVice, APPROVE);
    story.on('2026-03-04');
    lives(highManager, ISSUE);
    expect(refused(midPresident, objectTo('3'))).toBe('bulletin-figure-unknown');
    for (const who of [otherPresident, midVice, highManager])
      expect(refused(who, objectTo('1'))).toBe('bulletin-objection-not-yours');
    story.on('2026-03-12');
    expect(refused(midPresident, objectTo('1'))).toBe('bulletin-objection-window-over');
    does(highManager, CLOSE);
    expect(refused(midPresident, objectTo('1'))).toBe('bulletin-objection-not-open');
  });

  it('is answered by the issuing side', () => {
    issued();
    does(midPresident, objectTo('1'));
    does(otherPresident, objectTo('2'));
    expect(refused(highManager, answer('3', true))).toBe('bulletin-objection-unknown');
    expect(refused(midPresident, answer('1', true))).toBe('matter-step-not-yours');
    does(highManager, answer('2', false));
    expect(shown()).toMatchObject([{ objections: [{ status: 'open' }, { status: 'dismissed' }] }]);
  });

  it('has the time that the rules gave on the day of issue', () => {
    const terms = { window: { days: 2 }, answer: { days: 1 }, correction: { days: 1 } };
    story = new MatterStory(ruledBy({ 'bulletin.objections': terms }, '2026-03-06'));
    const data = draftOf(
      { instrument: 'bulletin', demands: [], targets: [atCourt('黔0102', lowPresident)] },
      midVice,
    );
    lives(midManager, { type: 'DraftMatter', data });
    does(midManager, check({ figures: [figure({ court: '黔0102' })] }));
    lives(midVice, APPROVE);
    story.on('2026-03-04');
    lives(midManager, ISSUE);
    story.on('2026-03-11');
    does(lowPresident, objectTo('1'));
    expect(owed()).toContainEqual(['figureObjection', '2026-03-12']);
  });
});

describe('a correction', () => {
  const wrong: readonly (readonly [string, Data<'CorrectBulletin'>['corrections'], string])[] = [
    ['nothing', [], 'bulletin-corrections-missing'],
    ['a figure that is not in it', [{ ...CORRECTION, figure: '3' }], 'bulletin-figure-unknown'],
    ['the same figure twice', [CORRECTION, CORRECTION], 'bulletin-correction-repeated'],
    ['another value than is there', [{ ...CORRECTION, was: '12.5' }], 'bulletin-value-differs'],
    ['what is no number', [{ ...CORRECTION, now: '约12' }], 'bulletin-value-not-decimal'],
    ['no change', [{ ...CORRECTION, now: '12.50' }], 'bulletin-correction-changes-nothing'],
  ];
  it.each(wrong)('is refused with %s', (_, corrections, code) => {
    issued();
    expect(refused(highManager, correct(...corrections))).toBe(code);
  });

  it('is made by the issuing side, once it is issued and until it is filed', () => {
    drafted();
    does(highManager, check());
    expect(refused(highManager, correct(CORRECTION))).toBe('bulletin-not-issued');
    lives(highVice, APPROVE);
    story.on('2026-03-04');
    lives(highManager, ISSUE);
    expect(refused(midPresident, correct(CORRECTION))).toBe('matter-aimed-at-you');
    expect(refused(highChief, correct(CORRECTION))).toBe('matter-not-issuing-side');
    story.on('2026-03-12');
    does(highManager, CLOSE);
    lives(highManager, CLOSE_OUT);
    does(highManager, correct(CORRECTION));
    lives(highManager, ARCHIVE);
    expect(refused(highManager, correct({ ...CORRECTION, was: '11.80', now: '11.70' }))).toBe(
      'matter-step-not-open',
    );
  });

  it('without an objection is made of the issuing side’s own accord, and again from there', () => {
    issued();
    does(highManager, correct(CORRECTION));
    does(highManager, correct({ figure: '1', was: '11.80', now: '-0.5' }));
    const [bulletin] = shown();
    expect(bulletin?.figures[0]).toMatchObject({
      value: '-0.5',
      corrections: [{ was: '12.50' }, { was: '11.80' }],
    });
    expect(bulletin?.figures[1]).toMatchObject({ value: '12.50' });
  });

  it('of another figure leaves what an objection asks for owed', () => {
    issued();
    does(midPresident, objectTo('1'));
    does(highManager, answer('1', true));
    does(highManager, correct({ ...CORRECTION, figure: '2' }));
    expect(owed().map(([kind]) => kind)).toContain('bulletinCorrection');
    does(highManager, correct(CORRECTION));
    expect(owed().map(([kind]) => kind)).toEqual(['bulletinObjectionWindow']);
  });
});

describe('the time for objections', () => {
  it('is closed when it is over and everything is answered', () => {
    issued();
    does(midPresident, objectTo('1'));
    story.on('2026-03-11');
    expect(refused(highManager, CLOSE)).toBe('bulletin-objection-window-running');
    story.on('2026-03-12');
    expect(refused(highManager, CLOSE)).toBe('bulletin-objection-unanswered');
    does(highManager, answer('1', false));
    expect(refused(midPresident, CLOSE)).toBe('matter-step-not-yours');
    does(highManager, CLOSE);
    expect(owed()).toEqual([['matterCloseOut', '2026-03-26']]);
    expect(refused(highManager, CLOSE)).toBe('matter-step-not-open');
  });
});

describe('what a bulletin says', () => {
  it('begins anew when the matter is drafted anew', () => {
    drafted();
    does(highManager, check());
    lives(highVice, { type: 'DeclineMatter', data: { reason: '数据有误' } });
    drafted();
    expect(shown()).toEqual([]);
    does(highManager, check({ figures: [figure({ value: '9' })] }));
    expect(shown()).toMatchObject([{ figures: [{ figure: '1', value: '9' }] }]);
  });
});
