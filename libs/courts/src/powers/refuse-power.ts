import { Refusal, type LawArticle, type RefusalTable } from '@liuhen/kernel';
import { postKindOf } from '../posts/post-kind';
import { organicLaw } from '../statutes';
import type { Power } from './power';

/** 三个规定: whoever handles a case records who asked after it. */
const RECORDED: readonly LawArticle[] = [organicLaw('第五十二条')];

export const powerRefusals = {
  'act-not-permitted': { text: '您的职务没有这项权力' },
  'contact-not-permitted': {
    text: '您的职务没有这项监督权力：对案件的过问应当由办案人员依照“三个规定”如实记录、报告',
    law: RECORDED,
  },
} satisfies RefusalTable;

/** Whether holders of a kind of post may do it, told with who may and by which law. */
export function refusePower(power: Power, kind: string): Refusal | undefined {
  if (power.posts.includes(kind)) return undefined;
  const code = power.reachesIntoCase ? 'contact-not-permitted' : 'act-not-permitted';
  const { text, law }: { readonly text: string; readonly law?: readonly LawArticle[] } = powerRefusals[code];
  return new Refusal(code, `${text}。${whoMay(power)}`, { law: [...power.law, ...(law ?? [])] });
}

/** 阅核：无不同意见，由院长、副院长办理. */
function whoMay({ title, posts }: Power): string {
  const names = posts.map((kind) => postKindOf(kind)?.name ?? kind);
  return `“${title}”由${names.join('、')}办理`;
}
