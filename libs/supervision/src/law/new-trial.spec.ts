import { assessNewTrial, newTrialRules } from './new-trial';
import type { NewTrial } from './new-trial';

const trial = (changes: Partial<NewTrial> = {}): NewTrial => ({
  procedure: 'civil',
  formedOn: '2024-06-03',
  after: 'remand',
  panel: ['P4', 'P5', 'P6'],
  formerPanel: ['P1', 'P2', 'P3'],
  soleJudge: false,
  form: 'ordinary',
  ...changes,
});

const cases: readonly (readonly [code: string, expected: string, because: string, trial: NewTrial])[] = [
  ['new-trial-panel', 'justified', 'nobody sat before', trial()],
  ['new-trial-panel', 'contrary', 'somebody sat before', trial({ panel: ['P1', 'P5', 'P6'] })],
  ['new-trial-panel', 'contrary', 'it is a retrial', trial({ after: 'retrial', panel: ['P1', 'P5', 'P6'] })],
  ['new-trial-panel', 'notAssessable', 'the former panel is unknown', trial({ formerPanel: undefined })],
  [
    'new-trial-panel',
    'notAssessable',
    'the law of the day was not read',
    trial({ formedOn: '2010-01-04', panel: ['P1'] }),
  ],
  [
    'new-trial-panel',
    'justified',
    'death was not approved for new facts',
    trial({ procedure: 'criminal', panel: ['P1'], remandGrounds: ['criminal-death-new-facts'] }),
  ],
  [
    'new-trial-panel',
    'contrary',
    'death was not approved for unclear facts',
    trial({ procedure: 'criminal', panel: ['P1'], remandGrounds: ['criminal-death-facts-unclear'] }),
  ],
  ['new-trial-collegial', 'justified', 'a panel sits', trial({ procedure: 'administrative' })],
  [
    'new-trial-collegial',
    'contrary',
    'one judge sits alone',
    trial({ procedure: 'criminal', soleJudge: true }),
  ],
  ['new-trial-collegial', 'notAssessable', 'who sits is unknown', trial({ soleJudge: undefined })],
  ['new-trial-ordinary-procedure', 'justified', 'the procedure is ordinary', trial()],
  ['new-trial-ordinary-procedure', 'contrary', 'it is simplified', trial({ form: 'simplified' })],
  [
    'new-trial-ordinary-procedure',
    'contrary',
    'an administrative retrial is simplified',
    trial({ procedure: 'administrative', after: 'retrial', form: 'simplified' }),
  ],
  ['new-trial-ordinary-procedure', 'notAssessable', 'it is unknown', trial({ form: undefined })],
  [
    'new-trial-ordinary-procedure',
    'contrary',
    'a fast-track case remanded on facts is fast-tracked again',
    trial({
      procedure: 'criminal',
      formerlyFastTrack: true,
      form: 'fastTrack',
      remandGrounds: ['criminal-facts-unclear'],
    }),
  ],
  [
    'new-trial-ordinary-procedure',
    'silent',
    'another criminal case',
    trial({ procedure: 'criminal', form: 'simplified' }),
  ],
];

describe('a new trial', () => {
  it.each(cases)('%s is %s where %s', (code, expected, _because, given) => {
    const said = assessNewTrial(given).findings.find((each) => each.code === code);
    expect(said?.finding ?? 'silent').toBe(expected);
  });

  it.each(newTrialRules.map(({ code }) => code))('is judged in three ways by %s', (code) => {
    const ways = new Set(cases.filter(([each]) => each === code).map(([, expected]) => expected));
    expect([...ways]).toEqual(expect.arrayContaining(['justified', 'contrary', 'notAssessable']));
  });

  it('is never justified by silence', () => {
    expect(assessNewTrial({ procedure: 'civil', formedOn: '2024-06-03', after: 'remand' }).finding).toBe(
      'notAssessable',
    );
    expect(assessNewTrial(trial({ formedOn: '1985-01-01' })).finding).toBe('notAssessable');
  });
});
