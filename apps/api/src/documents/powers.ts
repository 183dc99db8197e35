import { COURT_RELATIONS, distinctPowers, postKindOf, postKinds, type Power } from '@liuhen/courts';
import { basisText, type RefusalTable } from '@liuhen/kernel';
import { inspectionRefusals, patternsPower, readersPower, readersRefusals } from '@liuhen/read-models';
import { acts } from '@liuhen/supervision';
import { head, row } from './markdown';

/** 权力表: who may do what, as it is asked of everybody who acts; for lawyers to read. */
export const powersText = (): string =>
  [
    '# 权力表',
    '',
    '谁可以办理什么。本表由程序中的表生成，请勿手改：`npm run docs`。程序只在一处据此判断；轮到谁、何时可以，由各事项的规则依记录另行判断，“并须”一栏写明以何种理由拒绝。“二次验证”是指办理前十分钟内用第二种凭证登录过。',
    '',
    ...subjects.filter(({ powers }) => Object.keys(powers).length > 0).flatMap(section),
    ...matrix(),
  ].join('\n');

/** Acts, and what is read by power rather than by sight. */
const subjects: readonly { readonly title: string; readonly powers: Readonly<Record<string, Power>> }[] = [
  ...acts,
  { title: '查阅留痕', powers: { ListReaders: readersPower } },
  { title: '督察筛查', powers: { ShowPatterns: patternsPower } },
];

function section({ title, powers }: (typeof subjects)[number]): readonly string[] {
  const rows = distinctPowers(powers).map((power) =>
    row([
      power.title,
      postNames(power.posts),
      COURT_RELATIONS[power.court],
      power.unless.map((code) => textOf(code)).join('<br>'),
      power.law.map((article) => basisText(article)).join('<br>'),
      power.secondFactor ? '是' : '',
    ]),
  );
  return [
    `## ${title}`,
    '',
    ...head('事项', '职务', '与案件法院的关系', '并须', '依据', '二次验证'),
    ...rows,
    '',
  ];
}

/** The same once more, by post: every kind, and what it may do. */
function matrix(): readonly string[] {
  const powers = subjects.flatMap((subject) => distinctPowers(subject.powers));
  const rows = postKinds.map(({ kind, name }) => {
    const own = powers.filter(({ posts }) => posts.includes(kind));
    return row([name, own.length === 0 ? '无' : own.map(({ title }) => title).join('、')]);
  });
  return ['## 按职务', '', ...head('职务', '可以办理'), ...rows, ''];
}

const postNames = (kinds: readonly string[]): string =>
  kinds.map((kind) => postKindOf(kind)?.name ?? kind).join('、');

/** Of all acts: what acts on matters have in common is one act's to declare. */
const refusals: RefusalTable = Object.assign(
  {},
  ...acts.map((act) => act.refusals),
  readersRefusals,
  inspectionRefusals,
) as RefusalTable;

const textOf = (code: string): string => refusals[code]?.text ?? code;
