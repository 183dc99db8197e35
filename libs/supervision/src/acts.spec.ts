import { acts } from './acts';

const kinds = acts.flatMap(({ dutyKinds }) => Object.keys(dutyKinds));

describe.each(acts.map((act) => [act.name, act] as const))('the act %s', (_, act) => {
  it('tells each of its events in a sentence, and no other', () => {
    expect(Object.keys(act.sentences).toSorted()).toEqual(Object.keys(act.events).toSorted());
  });

  it('says of its own events alone what they do to duties, and heeds kinds that some act opens', () => {
    expect(Object.keys(act.events)).toEqual(expect.arrayContaining(Object.keys(act.duties)));
    const heeded = [...Object.keys(act.lapses ?? {}), ...Object.keys(act.departures ?? {})];
    expect(kinds).toEqual(expect.arrayContaining(heeded));
  });
});
