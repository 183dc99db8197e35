import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** Names of the classes in the files that hold what is sent and answered. */
function schemaNames(): readonly string[] {
  const files = ['libs', 'apps'].flatMap((root) =>
    readdirSync(join(ROOT, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?:^|[./])(?:bodies|views|query)\.ts$/.test(file))
      .map((file) => join(ROOT, root, file)),
  );
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:export )?class (\w+(?:Body|View|Query))\b/gm)].map(
      ([, name = '']) => name,
    ),
  );
}

// Of two of the same name the description of the interface has one, and shows it for both.
it('no two schemas of the interface have the same name', () => {
  const names = schemaNames();
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.length).toBeGreaterThan(100);
});
