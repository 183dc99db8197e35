import { erasableFields } from '@liuhen/kernel';
import { acts } from './acts';

/** Names of fields that hold opinions, reasons, people who acted, and documents of the court. */
const COURTS_OWN =
  /reason|opinion|view|speech|vote|issue|response|answer|conclusion|resolution|decision|minutes|deliberation|sign|panel|judge|person|reviewer|approver|document|draft/i;

const kinds = acts.flatMap(({ dutyKinds }) => Object.keys(dutyKinds));

describe.each(acts.map((act) => [act.name, act] as const))('the act %s', (_, act) => {
  it('tells each of its events in a sentence, and no other', () => {
    expect(Object.keys(act.sentences).toSorted()).toEqual(Object.keys(act.events).toSorted());
  });

  it('lets nothing go that the court itself said, decided or drew up', () => {
    const erasable = Object.values(act.events).flatMap((type) => Object.keys(erasableFields(type)));
    expect(erasable.filter((field) => COURTS_OWN.test(field))).toEqual([]);
  });

  it('says of its own events alone what they do to duties, and heeds kinds that some act opens', () => {
    expect(Object.keys(act.events)).toEqual(expect.arrayContaining(Object.keys(act.duties)));
    const heeded = [...Object.keys(act.lapses ?? {}), ...Object.keys(act.departures ?? {})];
    expect(kinds).toEqual(expect.arrayContaining(heeded));
  });
});
