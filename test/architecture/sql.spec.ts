import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from './planted-tree';
import { REVIEWED } from './sql.reviewed';

/** What makes a text a statement, or a part of one. */
const STATEMENT =
  /(?<![</])\b(?:select|insert into|update \S+ set|delete from|create (?:table|index|view|schema|function)|alter (?:table|role)|drop (?:table|schema|view)|grant \w+ on|truncate|where|set local|order by)\b/;
/** A constant of the file or of another one; the style guide's only use of such names. */
const CONSTANT = /^[A-Z][A-Z0-9_]*(?:\[\w+\])?$/;

/** What a text of SQL is put together of beside its own words and constants. */
function composedOf(file: string, source: string): readonly string[] {
  const found = new Set<string>();
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const parts = ts.isTemplateExpression(node) ? partsOfTemplate(node) : partsOfSum(node);
    if (STATEMENT.test(parts.words))
      for (const part of parts.others)
        if (!isConstant(part)) found.add(part.getText(parsed).replace(/\s+/g, ' '));
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return [...found];
}

interface Parts {
  readonly words: string;
  readonly others: readonly ts.Expression[];
}

const partsOfTemplate = ({ head, templateSpans }: ts.TemplateExpression): Parts => ({
  words: [head, ...templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '),
  others: templateSpans.map(({ expression }) => expression),
});

function partsOfSum(node: ts.Node): Parts {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken)
    return { words: '', others: [] };
  const sides = [node.left, node.right];
  return {
    words: sides.map((side) => (ts.isStringLiteralLike(side) ? side.text : '')).join(' '),
    others: sides.filter((side) => !ts.isStringLiteralLike(side) && !ts.isTemplateExpression(side)),
  };
}

/** Known when the program is written, and so is what a function makes of nothing but such. */
function isConstant(expression: ts.Expression): boolean {
  if (ts.isCallExpression(expression)) return expression.arguments.every(isConstant);
  return ts.isStringLiteralLike(expression) || CONSTANT.test(expression.getText());
}

const files = ['libs', 'apps', 'deploy']
  .flatMap((root) =>
    readdirSync(join(PROJECT, root), { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !/spec\.ts$|\/testing\//.test(file))
  .sort();

describe('SQL', () => {
  const composed = new Map(
    files.map((file) => [file, composedOf(file, readFileSync(join(PROJECT, file), 'utf8'))] as const),
  );

  it('is made of constants, and of nothing else that was not looked at', () => {
    const parts = [...composed].filter(([, of]) => of.length > 0);
    expect(Object.fromEntries(parts)).toEqual(
      Object.fromEntries(Object.entries(REVIEWED).map(([file, of]) => [file, Object.keys(of)])),
    );
  });

  it.each([
    ['a value', 'db.query(`select * from cases where case_id = ${caseId}`)', ['caseId']],
    ['a sum', "db.query('select * from cases where case_id = ' + caseId)", ['caseId']],
    ['a call', 'db.query(`select ${list(columns)} from cases`)', ['list(columns)']],
    ['a call of constants', "db.query(`select ${list('a', COLUMNS)} from cases`)", []],
    ['a constant', 'db.query(`select ${COLUMNS} from cases where ${IS[condition]}`)', []],
    ['parameters', 'db.query(`select * from cases where case_id = $1`, [caseId])', []],
    ['no statement', 'const text = `${court}${person}`', []],
  ])('is seen to be composed: %s', (_, source, expected) => {
    expect(composedOf('planted.ts', source)).toEqual(expected);
  });
});
