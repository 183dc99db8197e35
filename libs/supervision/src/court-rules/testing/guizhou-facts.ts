import {
  chinaCalendar,
  courtDecider,
  demonstrationPolicies,
  demonstrationPosts,
  emptyCourtDirectory,
  emptyPolicyBook,
  emptyPostDirectory,
  guizhouCourts,
  guizhouPolicies,
  postDecider,
  withCourtEvent,
  withPolicyEvent,
  withPostEvent,
  type CourtDirectory,
} from '@liuhen/courts';
import { isRefusal, type Decider, type Message } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../court-facts';

/** The courts of Guizhou with the demonstration people and all seeded rules, as a server of its own starts with. */
export const guizhouFacts = (): CourtFacts => {
  const courts = guizhouCourts.reduce<CourtDirectory>(
    (directory, { courtId, stream, command }) =>
      decided(courtDecider, [command], { courtId, directory }).reduce(
        (next, event) => withCourtEvent(next, { ...event, header: someHeader({ stream }) }),
        directory,
      ),
    emptyCourtDirectory,
  );
  const posts = demonstrationPosts.reduce(
    (directory, { postId, stream, commands }) =>
      decided(postDecider, commands, { postId, courts, posts: directory }).reduce(
        (next, event) => withPostEvent(next, { ...event, header: someHeader({ stream }) }),
        directory,
      ),
    emptyPostDirectory,
  );
  const policies = [...guizhouPolicies, ...demonstrationPolicies].reduce(
    (book, { stream, command }) =>
      withPolicyEvent(book, { type: 'PolicyAdopted', data: command.data, header: someHeader({ stream }) }),
    emptyPolicyBook,
  );
  return { courts, posts, policies, calendar: chinaCalendar };
};

const IMPORT = someAct({
  source: 'imported',
  actor: { person: 'supervision-system', post: '黔.supervision-system', party: 'system', delegation: null },
});

/** What the commands decide, one after the other, on a stream without a history. */
function decided<State, Command extends Message, Event extends Message, Facts>(
  { decide, evolve, initial }: Decider<State, Command, Event, Facts>,
  commands: readonly Command[],
  facts: Facts,
): readonly Event[] {
  const events: Event[] = [];
  let state = initial;
  for (const command of commands) {
    const decision = decide(command, state, IMPORT, facts);
    if (isRefusal(decision)) throw decision;
    events.push(...decision);
    state = decision.reduce((before, event) => evolve(before, event, someHeader()), state);
  }
  return events;
}
