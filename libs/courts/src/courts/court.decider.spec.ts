import { namesAsIds, specify } from '@liuhen/kernel/testing';
import { courtDecider, type Establishment, type Route } from './court.decider';
import { emptyCourtDirectory, withCourtEvent, type CourtDirectory } from './court-directory';
import { courtStream, type CourtEstablished, type CourtEvent, type Evidence } from './court.events';
import { courtSentences } from './court.sentences';

const VERIFIED: Evidence = { verified: true, remark: null };

const establishedCourt = (code: string, level: CourtEstablished['data']['level']): CourtEstablished => ({
  type: 'CourtEstablished',
  data: { code, name: `${code}法院`, level, kind: 'ordinary', from: null, ...VERIFIED },
});

const directoryOf = (...courts: readonly (readonly [string, readonly CourtEvent[]])[]): CourtDirectory =>
  courts
    .flatMap(([id, events]) => events.map((event) => ({ ...event, header: { stream: courtStream(id) } })))
    .reduce(withCourtEvent, emptyCourtDirectory);

const route = (to: string, changes: Partial<Route> = {}): Route => ({
  to,
  from: null,
  until: null,
  ...VERIFIED,
  ...changes,
});

const bozhou = establishedCourt('黔0304', 'basic');
const zunyi: readonly CourtEvent[] = [establishedCourt('黔03', 'intermediate')];
const facts = { courtId: '黔0304', directory: directoryOf(['黔03', zunyi]) };
const given = specify(courtDecider, facts);

const establishment: Establishment = {
  ...bozhou.data,
  formerCodes: [],
  formerNames: [],
  appealTo: null,
  administrativeSuperior: null,
};

describe('establishing a court', () => {
  it('records it with what is known of its past and of the courts above', () => {
    const former = { code: '黔0321', from: null, until: '2016-03-20', verified: false, remark: '待核' };
    const formerName = {
      name: '遵义县法院',
      from: null,
      until: '2016-03-20',
      verified: false,
      remark: '待核',
    };
    given()
      .when({
        type: 'EstablishCourt',
        data: {
          ...establishment,
          formerCodes: [former],
          formerNames: [formerName],
          appealTo: route('黔03'),
          administrativeSuperior: route('黔'),
        },
      })
      .then(
        bozhou,
        { type: 'CourtCodeAssigned', data: former },
        { type: 'CourtRenamed', data: formerName },
        { type: 'AppealRouteSet', data: route('黔03') },
        { type: 'AdministrativeSuperiorSet', data: route('黔') },
      );
  });

  it('is refused a second time', () => {
    given(bozhou)
      .when({ type: 'EstablishCourt', data: establishment })
      .thenRefused('court-already-established');
  });

  it('is refused with a code of another level or of no court', () => {
    given()
      .when({ type: 'EstablishCourt', data: { ...establishment, code: '黔03' } })
      .thenRefused('court-code-contradicts-level');
    given()
      .when({ type: 'EstablishCourt', data: { ...establishment, code: '筑0304' } })
      .thenRefused('court-code-contradicts-level');
  });

  it('is refused under a code that another court has then, not under one that it has given up', () => {
    const recoded: CourtEvent = {
      type: 'CourtCodeAssigned',
      data: { code: '黔0381', from: '2020-01-01', until: null, ...VERIFIED },
    };
    const other = directoryOf(['黔0304x', [bozhou, recoded]]);
    const establish = (from: string) =>
      given().when({ type: 'EstablishCourt', data: { ...establishment, from } }, {}, { directory: other });
    establish('2019-12-31').thenRefused('court-code-taken');
    establish('2020-01-01').then({ ...bozhou, data: { ...bozhou.data, from: '2020-01-01' } });
  });
});

describe('the courts above a court', () => {
  it.each(['SetAppealRoute', 'SetAdministrativeSuperior'] as const)(
    '%s takes only a higher court',
    (type) => {
      given(bozhou)
        .when({ type, data: route('黔0302') })
        .thenRefused('superior-court-not-higher');
      given(bozhou)
        .when({ type, data: route('贵州') })
        .thenRefused('superior-court-unknown');
      given(bozhou)
        .when({ type, data: route('黔03', { from: '2024-02-01', until: '2024-02-01' }) })
        .thenRefused('period-reversed');
    },
  );

  it('may be courts that are not entered here', () => {
    given(bozhou)
      .when({ type: 'SetAppealRoute', data: route('川71') })
      .then({ type: 'AppealRouteSet', data: route('川71') });
  });
});

describe('changing a court', () => {
  it('needs one that is established', () => {
    given()
      .when({ type: 'SetAppealRoute', data: route('黔03') })
      .thenRefused('court-not-established');
  });

  it('assigns a code of its level, and leaves its stream and its past', () => {
    const assigned: CourtEvent = {
      type: 'CourtCodeAssigned',
      data: { code: '黔0305', from: '2030-01-01', until: null, ...VERIFIED },
    };
    given(bozhou).when({ type: 'AssignCourtCode', data: assigned.data }).then(assigned);
    expect(given(bozhou, assigned).state()?.codes).toEqual([
      { value: '黔0304', from: null, until: '2030-01-01' },
      { value: '黔0305', from: '2030-01-01', until: null },
    ]);
    given(bozhou)
      .when({ type: 'AssignCourtCode', data: { ...assigned.data, code: '黔03' } })
      .thenRefused('court-code-contradicts-level');
  });

  it('renames it for a period', () => {
    const renamed: CourtEvent = {
      type: 'CourtRenamed',
      data: { name: '遵义县法院', from: null, until: '2016-03-20', ...VERIFIED },
    };
    given(bozhou).when({ type: 'RenameCourt', data: renamed.data }).then(renamed);
  });
});

describe('abolishing a court', () => {
  const abolition = { on: '2030-01-01', successor: null, ...VERIFIED };

  it('ends it', () => {
    const abolished: CourtEvent = { type: 'CourtAbolished', data: abolition };
    given(bozhou).when({ type: 'AbolishCourt', data: abolition }).then(abolished);
    given(bozhou, abolished).when({ type: 'AbolishCourt', data: abolition }).thenRefused('court-abolished');
  });

  it('is refused while other courts still appeal to it', () => {
    const beneath: readonly CourtEvent[] = [bozhou, { type: 'AppealRouteSet', data: route('黔03') }];
    specify(courtDecider, { courtId: '黔03', directory: directoryOf(['黔03', zunyi], ['黔0304', beneath]) })(
      ...zunyi,
    )
      .when({ type: 'AbolishCourt', data: abolition })
      .thenRefused('courts-still-beneath');
  });

  it('names only a known court as successor', () => {
    given(bozhou)
      .when({ type: 'AbolishCourt', data: { ...abolition, successor: '黔0399' } })
      .thenRefused('successor-court-unknown');
  });
});

describe('the sentences', () => {
  it('say what was entered, and what has still to be checked', () => {
    expect(courtSentences.CourtEstablished(bozhou, namesAsIds)).toBe(
      '登记法院：黔0304法院（黔0304），基层人民法院，地方法院',
    );
    const data = { code: '黔0321', from: null, until: '2016-03-20', verified: false, remark: '日期待查' };
    expect(courtSentences.CourtCodeAssigned({ type: 'CourtCodeAssigned', data }, namesAsIds)).toBe(
      '登记法院代字：至2016-03-20止（不含当日）为黔0321（待核：日期待查）',
    );
  });
});
