import { browserSuite, OUTCOMES, reportLines, Unusable, verifyFiles, verifyingTime } from '@liuhen/ledger';
import type { PageDocument, PageElement } from './document';

/** The page `verify.html`: verifies the files that are chosen as soon as there are a bundle and a policy. */
export function startPage(document: PageDocument): void {
  const element = (id: string): PageElement => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`no element ${id}`);
    return found;
  };
  const inputs = [element('bundle'), element('policy'), element('trusted-checkpoint')] as const;
  const places = { conclusion: element('conclusion'), report: element('report') };
  for (const input of inputs)
    input.addEventListener('change', () => {
      void verifyChosen(inputs, places);
    });
}

type Inputs = readonly [bundle: PageElement, policy: PageElement, trustedCheckpoint: PageElement];

interface Places {
  readonly conclusion: PageElement;
  readonly report: PageElement;
}

async function verifyChosen(inputs: Inputs, places: Places): Promise<void> {
  show(places, '', '', '');
  const [bundle, policy, trustedCheckpoint] = await Promise.all(inputs.map(chosen));
  if (!bundle || !policy) return;
  try {
    const report = verifyFiles(
      { bundle, policy, trustedCheckpoint },
      browserSuite,
      verifyingTime(undefined, Date.now),
    );
    show(places, report.outcome, OUTCOMES[report.outcome], reportLines(report).join('\n'));
  } catch (error) {
    show(
      places,
      'none',
      '核验未能进行',
      error instanceof Unusable ? error.message : `程序故障：${String(error)}`,
    );
  }
}

async function chosen({ files }: PageElement): Promise<Uint8Array | undefined> {
  const file = files?.[0];
  return file && new Uint8Array(await file.arrayBuffer());
}

/** Nothing of a bundle is ever taken as markup. */
function show({ conclusion, report }: Places, kind: string, sentence: string, text: string): void {
  conclusion.className = kind;
  conclusion.textContent = sentence;
  report.textContent = text;
}
