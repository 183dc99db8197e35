import { namesAsIds, specify } from '@liuhen/kernel/testing';
import { emptyCourtDirectory, withCourtEvent } from '../courts/court-directory';
import { holdersOn, postsHeldBy, withPostEvent, emptyPostDirectory } from './post-record';
import { postDecider } from './post.decider';
import { postStream, type PostEvent } from './post.events';
import { postSentences } from './post.sentences';

const courts = withCourtEvent(emptyCourtDirectory, {
  type: 'CourtEstablished',
  data: {
    code: '黔0102',
    name: '贵州省贵阳市南明区人民法院',
    level: 'basic',
    kind: 'ordinary',
    from: null,
    verified: true,
    remark: null,
  },
  header: { stream: 'court-黔0102' },
});

const given = specify(postDecider, { postId: '黔0102.president', courts, posts: emptyPostDirectory });

const post = (kind: string): Extract<PostEvent, { type: 'PostEstablished' }> => ({
  type: 'PostEstablished',
  data: { court: '黔0102', kind, title: '院长', division: null },
});
const appointed = (person: string, from: string): Extract<PostEvent, { type: 'PersonAppointed' }> => ({
  type: 'PersonAppointed',
  data: { person, name: '张明', from, demonstration: true },
});
const left = (person: string, on: string): Extract<PostEvent, { type: 'PersonLeft' }> => ({
  type: 'PersonLeft',
  data: { person, on, reason: null },
});

const president = post('president');
const judges = post('handlingJudge');

describe('establishing a post', () => {
  it('records it once, in a known court and of a known kind', () => {
    given().when({ type: 'EstablishPost', data: president.data }).then(president);
    given(president)
      .when({ type: 'EstablishPost', data: president.data })
      .thenRefused('post-already-established');
    given()
      .when({ type: 'EstablishPost', data: { ...president.data, court: '黔0199' } })
      .thenRefused('post-court-unknown');
    given()
      .when({ type: 'EstablishPost', data: { ...president.data, kind: '院长' } })
      .thenRefused('post-kind-unknown');
  });
});

describe('appointing a person', () => {
  const appoint = (person: string, from: string) =>
    ({ type: 'AppointPerson', data: appointed(person, from).data }) as const;

  it('needs the post', () => {
    given().when(appoint('a', '2024-01-01')).thenRefused('post-not-established');
    given(president).when(appoint('a', '2024-01-01')).then(appointed('a', '2024-01-01'));
  });

  it('waits until a post for one has been left', () => {
    const held = [president, appointed('a', '2024-01-01')];
    given(...held)
      .when(appoint('b', '2025-01-01'))
      .thenRefused('post-occupied');
    given(...held, left('a', '2025-01-02'))
      .when(appoint('b', '2025-01-01'))
      .thenRefused('post-occupied');
    given(...held, left('a', '2025-01-01'))
      .when(appoint('b', '2025-01-01'))
      .then(appointed('b', '2025-01-01'));
  });

  it('lets several hold a post for many, each once at a time', () => {
    const held = [judges, appointed('a', '2024-01-01')];
    given(...held)
      .when(appoint('b', '2024-01-01'))
      .then(appointed('b', '2024-01-01'));
    given(...held)
      .when(appoint('a', '2025-01-01'))
      .thenRefused('person-already-in-post');
  });
});

describe('leaving a post', () => {
  const leave = (person: string, on: string) =>
    ({ type: 'RecordPersonLeft', data: left(person, on).data }) as const;
  const held = [president, appointed('a', '2024-01-01')];

  it('ends the tenure of who is in it, after it began', () => {
    given(...held)
      .when(leave('a', '2025-01-01'))
      .then(left('a', '2025-01-01'));
    given(...held)
      .when(leave('a', '2024-01-01'))
      .thenRefused('leaves-before-appointment');
    given(...held)
      .when(leave('b', '2025-01-01'))
      .thenRefused('person-not-in-post');
    given(...held, left('a', '2025-01-01'))
      .when(leave('a', '2025-06-01'))
      .thenRefused('person-not-in-post');
  });
});

describe('the directory of posts', () => {
  const directory = [
    president,
    appointed('a', '2024-01-01'),
    left('a', '2025-01-01'),
    appointed('b', '2025-01-01'),
  ].reduce(
    (before, event) =>
      withPostEvent(before, { ...event, header: { stream: postStream('黔0102.president') } }),
    emptyPostDirectory,
  );
  const holders = (on: string) => holdersOn(directory, '黔0102.president', on).map(({ person }) => person);

  it('knows who held a post on a day, also after they left', () => {
    expect([holders('2023-12-31'), holders('2024-12-31'), holders('2025-01-01')]).toEqual([[], ['a'], ['b']]);
  });

  it('gives a person no post before the appointment and none after leaving', () => {
    expect(postsHeldBy(directory, 'a', '2024-12-31')).toEqual([
      { id: '黔0102.president', ...president.data },
    ]);
    expect(postsHeldBy(directory, 'a', '2025-01-01')).toEqual([]);
    expect(postsHeldBy(directory, 'b', '2024-12-31')).toEqual([]);
  });

  it('passes over events of other streams', () => {
    const other = withPostEvent(directory, { ...president, header: { stream: 'court-黔0102' } });
    expect(other).toBe(directory);
  });
});

describe('the sentences', () => {
  it('mark invented people', () => {
    expect(postSentences.PersonAppointed(appointed('a', '2024-01-01'), namesAsIds)).toBe(
      '任职：张明，自2024-01-01起（演示数据，虚构人员）',
    );
    expect(postSentences.PostEstablished(president, namesAsIds)).toBe('设立职务：院长（院长，法院黔0102）');
    expect(postSentences.PersonLeft(left('a', '2025-01-01'), namesAsIds)).toBe('离任：a，自2025-01-01起');
  });
});
