import { reportLines, verifyingTime } from '@liuhen/ledger';
import { forget, readChosen, showChosen, type FilePlace } from './chosen-file';
import { makerIn, type Make, type PageDocument, type PageElement } from './document';
import { reportView } from './report-view';
import { UNDER_WAY, verdictOn, withoutVerdict, type Verdict } from './verdict';

/** The page `verify.html`: verifies the files that are chosen as soon as there are a bundle and a policy. */
export function startPage(document: PageDocument, print: () => void): void {
  const element = (id: string): PageElement => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`no element ${id}`);
    return found;
  };
  const place = (id: string): FilePlace => ({ input: element(id), chosen: element(`${id}-chosen`) });
  const places = [place('bundle'), place('policy'), place('trusted-checkpoint')] as const;
  const make = makerIn(document);
  const verify = verifier(places, make, shower(element, make));
  for (const { input } of places) input.addEventListener('change', verify);
  element('again').addEventListener('click', () => {
    places.forEach(forget);
    places[0].input.focus();
    verify();
  });
  element('print').addEventListener('click', print);
  verify();
}

type Places = readonly [bundle: FilePlace, policy: FilePlace, trustedCheckpoint: FilePlace];

/** What was chosen before, but is read later, is of no interest any more. */
function verifier(places: Places, make: Make, show: (verdict: Verdict) => void): () => void {
  let turn = 0;
  const verifyChosen = async (): Promise<void> => {
    const mine = ++turn;
    show(UNDER_WAY);
    for (const place of places) showChosen(place, make);
    try {
      const contents = await Promise.all(places.map(readChosen));
      if (mine !== turn) return;
      places.forEach((place, at) => showChosen(place, make, contents[at]));
      const [bundle, policy, trustedCheckpoint] = contents;
      show(verdictOn({ bundle, policy, trustedCheckpoint }, verifyingTime(undefined, Date.now)));
    } catch (error) {
      if (mine === turn) show(withoutVerdict(error));
    }
  };
  return () => void verifyChosen();
}

/** Nothing of a bundle is ever taken as markup. */
function shower(element: (id: string) => PageElement, make: Make): (verdict: Verdict) => void {
  const [conclusion, actions, printing] = [element('conclusion'), element('actions'), element('print')];
  const [result, findings, text] = [element('result'), element('findings'), element('text')];
  return ({ kind, sentence, detail, report }) => {
    conclusion.className = kind;
    conclusion.replaceChildren(make('strong', {}, sentence), make('span', {}, detail));
    actions.hidden = kind === 'waiting';
    printing.hidden = result.hidden = report === undefined;
    findings.replaceChildren(...(report ? reportView(make, report) : []));
    text.textContent = report ? reportLines(report).join('\n') : '';
  };
}
