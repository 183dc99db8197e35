import fc from 'fast-check';
import type { SentenceNames } from '@liuhen/kernel';
import { APPROVE } from '../matter-rules/testing/commands';
import { atPost, draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import { supervisionMatterEvents, type SupervisionMatterEvent } from './supervision-matter.events';
import { supervisionMatterSentences } from './supervision-matter.sentences';
import { InquiryStory } from './testing/inquiry-story';
import { lives } from './testing/random-lives';

const names: SentenceNames = {
  personName: (person) => `〔人${person}〕`,
  postTitle: (post) => `〔岗${post}〕`,
  courtName: (court) => `〔院${court}〕`,
};

const isOfLifeCycle = (event: InquiryStory['events'][number]): boolean =>
  Object.hasOwn(supervisionMatterEvents, event.type);

function linesOf({ events }: Pick<InquiryStory, 'events'>): readonly string[] {
  return events.filter(isOfLifeCycle).map((event) => tell(event as SupervisionMatterEvent));
}

function tell<Event extends SupervisionMatterEvent>(event: Event): string {
  const sentence = supervisionMatterSentences[event.type] as (event: Event, names: SentenceNames) => string;
  return sentence(event, names);
}

describe('the sentences of the life cycle', () => {
  it('are Chinese, and leave nothing unsaid, whatever happens', () => {
    const lines = fc.sample(lives, { numRuns: 40, seed: 2 }).flatMap(linesOf);
    for (const line of lines) {
      expect(line).toMatch(/^\p{sc=Han}/u);
      expect(line).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('name the court and the post at which it is aimed', () => {
    const { lowManager, lowVice, lowChief } = WHO;
    const story = new InquiryStory();
    story.lives(lowManager, { type: 'DraftMatter', data: draftOf({ targets: [atPost(lowChief)] }, lowVice) });
    expect(linesOf(story)).toEqual([
      '起草函询《关于长期未结案件的函询》，对象〔院黔0102〕〔岗黔0102.division-chief.civil-1〕（岗位）',
    ]);
    const between = new InquiryStory().issued();
    expect(linesOf(between).at(-1)).toBe(
      '发出函询（黔高法督〔2026〕1号）《关于长期未结案件的函询》，对象〔院黔01〕（法院）。要求：说明清理缓慢的原因和措施',
    );
  });

  it('say what was remarked, and nothing where it was not', () => {
    const story = new InquiryStory().drafted();
    story.lives(WHO.highVice, { type: 'ApproveMatter', data: { comment: '同意发函' } });
    expect(linesOf(story).at(-1)).toBe('批准：同意发函');
    const silent = new InquiryStory().drafted();
    silent.lives(WHO.highVice, APPROVE);
    expect(linesOf(silent).at(-1)).toBe('批准');
  });

  it('say of an item what is to be reached, by whom and when', () => {
    expect(linesOf(new InquiryStory().accepted()).at(-1)).toBe(
      '列出整改事项1项：1-1 积案（措施：逐案包干；标准：一年以上未结不超过十件；' +
        '责任：〔院黔01〕〔岗黔01.vice-president.civil〕；2026-05-29前）',
    );
  });
});
