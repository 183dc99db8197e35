import type { Citation } from '../../law/citation';
import { governingLaw, renderLaw } from '../../law/citation';
import { demands } from './demands';
import { earlierRemands } from './family';
import { contrary, justified, notAssessable } from '../../law/finding';
import type { Rule, Ruling } from '../../law/finding';
import { modalities } from './ground';
import type { GroundKind } from './ground';
import { appliesAt, findGround, groundLaw, groundsInForce, permitFor } from './rule-table';
import type { CodedGround } from './rule-table';
import { lawOf, legsOf, partField } from './sight';
import type { Sight } from './sight';
import { outcomes, procedures, stages } from '../../law/vocabulary';

const errors: readonly GroundKind[] = ['wrongFacts', 'wrongLaw', 'wrongSentence'];

/** Codes of the part that fit a test, as a list for a message. */
const codesOf = ({ part }: Sight, fits: (ground: CodedGround | undefined) => boolean): readonly string[] =>
  part.grounds.filter((code) => fits(findGround(code)));

const foundGrounds = (codes: readonly string[]): readonly CodedGround[] =>
  codes.flatMap((code) => findGround(code) ?? []);

const names = (grounds: readonly CodedGround[]): string => grounds.map((g) => `“${g.name}”`).join('、');

/** “《…》第…条：condition；what must be shown” for one ground that would carry the outcome. */
function whatToShow(ground: CodedGround, sight: Sight): string {
  const asked = permitFor(ground, sight.part.outcome)?.demands.map((code) => demands[code].title) ?? [];
  return [`${renderLaw(groundLaw(ground, sight.forum))}：${ground.condition}`, ...asked].join('；');
}

const groundKnown: Rule<Sight> = {
  code: 'ground-known',
  title: '理由编码在规则表之内',
  law: [],
  check: (sight) => {
    const unknown = codesOf(sight, (ground) => ground === undefined);
    if (unknown.length === 0) return undefined;
    return notAssessable(`理由编码不在规则表之内：${unknown.join('、')}`, {
      field: partField(sight, 'grounds'),
      missing: ['规则表所列的理由编码'],
      inDraft: 'refuse',
    });
  },
};

const groundOfProcedure: Rule<Sight> = {
  code: 'ground-of-procedure',
  title: '理由属于本诉讼种类',
  law: [],
  check: (sight) => {
    const { procedure } = sight.decision;
    const foreign = foundGrounds(codesOf(sight, (g) => g !== undefined && g.procedure !== procedure));
    if (foreign.length === 0) return undefined;
    const law = governingLaw(sight.forum);
    return contrary(`${procedures[procedure]}案件不得适用其他诉讼的理由${names(foreign)}`, {
      law: law === undefined ? [] : [law],
      field: partField(sight, 'grounds'),
    });
  },
};

const groundOfStage: Rule<Sight> = {
  code: 'ground-of-stage',
  title: '理由属于本程序阶段',
  law: [],
  check: (sight) => {
    const { procedure, stage } = sight.decision;
    const elsewhere = foundGrounds(
      codesOf(sight, (g) => g?.procedure === procedure && !appliesAt(g, procedure, stage)),
    );
    if (elsewhere.length === 0) return undefined;
    return contrary(`理由${names(elsewhere)}不适用于${stages[stage]}`, {
      law: lawOf(elsewhere, { day: sight.forum.day, procedure }),
      field: partField(sight, 'grounds'),
    });
  },
};

const groundInForce: Rule<Sight> = {
  code: 'ground-in-force',
  title: '理由的依据在裁判日有效',
  law: [],
  check: (sight) => {
    const { procedure, stage } = sight.decision;
    const lapsed = foundGrounds(
      codesOf(sight, (g) => !!g && appliesAt(g, procedure, stage) && groundLaw(g, sight.forum).length === 0),
    );
    if (lapsed.length === 0) return undefined;
    return notAssessable(`理由${names(lapsed)}在${sight.forum.day}没有已收录的有效条文`, {
      field: partField(sight, 'grounds'),
      missing: ['裁判日有效的相应条文'],
      inDraft: 'refuse',
    });
  },
};

/** Grounds worth showing where none is stated: those the printed words may mean, else all that permit the outcome. */
function groundsToShow(sight: Sight): readonly CodedGround[] {
  const permitting = (ground: CodedGround) => permitFor(ground, sight.part.outcome) !== undefined;
  const meant = sight.stated.paraphrased.flatMap(({ candidates }) => candidates).filter(permitting);
  return meant.length > 0 ? [...new Set(meant)] : groundsInForce(sight.forum).filter(permitting);
}

const groundStated: Rule<Sight> = {
  code: 'ground-stated',
  title: '载明法定理由',
  law: [],
  check: (sight) => {
    const { part, stated, forum } = sight;
    if (stated.certain.length > 0 || stated.alternatives.length > 0 || part.grounds.length > 0)
      return undefined;
    const candidates = groundsToShow(sight);
    const outcome = outcomes[part.outcome];
    const printed = stated.paraphrased.map(({ text }) => `“${text}”`).join('、');
    const law = lawOf(candidates, forum);
    const open = printed === '' ? '没有载明理由和条文' : `所印理由${printed}没有指明条文`;
    const allowed =
      candidates.length === 0
        ? `当日有效的法律中未收录可以${outcome}的理由`
        : `当日有效的法律中，符合下列条文之一才可以${outcome}：${renderLaw(law)}`;
    return notAssessable(`${open}；${allowed}`, {
      law,
      field: partField(sight, 'grounds'),
      missing: candidates.map((ground) => whatToShow(ground, sight)),
      inDraft: 'refuse',
    });
  },
};

/** Grounds that leave nothing but a remand. */
const demandsRemand = ({ permits }: CodedGround): boolean =>
  permits.every(
    ({ outcome, modality, demands: asked }) =>
      outcome === 'remand' && modality === 'must' && asked.length === 0,
  );

/** Civil and administrative: once remanded and judged anew, no ground can lead to another remand. */
const mayBeBarred = (sight: Sight): boolean =>
  sight.decision.procedure !== 'criminal' &&
  (!sight.familyComplete || earlierRemands(sight, 'secondInstance').length > 0);

/** Every ground that is certain or may be meant by a printed article. */
const allStated = ({ stated }: Sight): readonly CodedGround[] => [
  ...stated.certain,
  ...stated.alternatives.flat(),
];

const permits = (ground: CodedGround, { part }: Sight): boolean =>
  permitFor(ground, part.outcome) !== undefined;

/** Without asking the record for anything more. */
const permitsOutright = (ground: CodedGround, { part }: Sight): boolean =>
  permitFor(ground, part.outcome)?.demands.length === 0;

/** Whether the stated grounds carry the outcome; `undefined` where it turns on which of several was found. */
function carried(sight: Sight): boolean | undefined {
  const { stated } = sight;
  if (stated.certain.some((ground) => permits(ground, sight))) return true;
  if (stated.alternatives.some((set) => set.every((ground) => permitsOutright(ground, sight)))) return true;
  return allStated(sight).some((ground) => permits(ground, sight)) ? undefined : false;
}

function notCarried(sight: Sight): Ruling {
  const grounds = allStated(sight);
  const outcome = outcomes[sight.part.outcome];
  const law = lawOf(grounds, sight.forum);
  const field = partField(sight, 'outcome');
  if (grounds.some(({ open }) => open)) {
    return notAssessable(`所依条文只增加处理方式，没有规定${outcome}，须另有依据`, {
      law,
      field,
      missing: [`可以${outcome}的条文`],
      inDraft: 'refuse',
    });
  }
  if (sight.part.outcome !== 'remand' && grounds.some(demandsRemand) && mayBeBarred(sight)) {
    return notAssessable(`理由${names(grounds)}本应发回，但案件如已发回过一次则不得再发回，须查明此前处理`, {
      law,
      field,
      missing: ['同一案件此前是否发回重审'],
    });
  }
  const allowed = grounds.flatMap(({ permits: list }) =>
    list.map((permit) => `${modalities[permit.modality]}${outcomes[permit.outcome]}`),
  );
  return contrary(`理由${names(grounds)}：${[...new Set(allowed)].join('或者')}，不得${outcome}`, {
    law,
    field,
  });
}

/** 当改则改: an outcome of remand on nothing but errors that the statute orders to be corrected. */
const onlyErrors = (sight: Sight): boolean =>
  sight.part.outcome === 'remand' &&
  allStated(sight).length > 0 &&
  allStated(sight).every(({ kind }) => errors.includes(kind));

const correctionNotRemand: Rule<Sight> = {
  code: 'correction-not-remand',
  title: '认定事实错误、适用法律错误、量刑不当的应当改判，不得发回重审',
  law: [],
  check: (sight) => {
    if (!onlyErrors(sight) || carried(sight) !== false) return undefined;
    const grounds = allStated(sight);
    if (grounds.some(({ open }) => open)) return undefined;
    return contrary(`理由${names(grounds)}应当改判，不得发回重审`, {
      law: lawOf(grounds, sight.forum),
      field: partField(sight, 'outcome'),
    });
  },
};

const outcomePermitted: Rule<Sight> = {
  code: 'outcome-permitted',
  title: '处理结果为所依理由所许可',
  law: [],
  check: (sight) => {
    const grounds = allStated(sight);
    if (grounds.length === 0) return undefined;
    const answer = carried(sight);
    if (answer === undefined) {
      const law: readonly Citation[] = lawOf(grounds, sight.forum);
      return notAssessable(`所引条文未指明项，其中只有部分情形可以${outcomes[sight.part.outcome]}`, {
        law,
        field: partField(sight, 'printedArticles'),
        missing: grounds.filter((g) => permits(g, sight)).map((ground) => whatToShow(ground, sight)),
        inDraft: 'refuse',
      });
    }
    if (!answer)
      return onlyErrors(sight) && !grounds.some(({ open }) => open) ? undefined : notCarried(sight);
    const legs = legsOf(sight).map(({ ground }) => ground);
    const carrying = legs.length > 0 ? legs : grounds;
    return justified(`${names(carrying)}许可${outcomes[sight.part.outcome]}`, {
      law: lawOf(carrying, sight.forum),
    });
  },
};

/** Another ground carries the outcome, but one that is also stated leaves nothing but a remand. */
const mandatoryRemand: Rule<Sight> = {
  code: 'mandatory-remand',
  title: '有应当发回重审的理由而未发回',
  law: [],
  check: (sight) => {
    const { part, stated, forum, decision } = sight;
    if (decision.stage !== 'secondInstance' || part.outcome === 'remand' || legsOf(sight).length === 0)
      return undefined;
    const binding = stated.certain.filter(demandsRemand);
    if (binding.length === 0) return undefined;
    const law = lawOf(binding, forum);
    const field = partField(sight, 'outcome');
    if (mayBeBarred(sight)) {
      return notAssessable(`${names(binding)}应当发回，但案件如已发回过一次则不得再发回，须查明此前处理`, {
        law,
        field,
        missing: ['同一案件此前是否发回重审'],
      });
    }
    return contrary(`${names(binding)}应当发回重审，不得${outcomes[part.outcome]}`, { law, field });
  },
};

export const groundRules: readonly Rule<Sight>[] = [
  groundKnown,
  groundOfProcedure,
  groundOfStage,
  groundInForce,
  groundStated,
  correctionNotRemand,
  outcomePermitted,
  mandatoryRemand,
];
