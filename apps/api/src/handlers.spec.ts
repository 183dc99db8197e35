import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLICES } from './api.module';

const ROOT = join(__dirname, '..', '..', '..');

/** Names of the command and query classes that the sources declare. */
const declared = ['supervision', 'read-models'].flatMap((library) => {
  const folder = join(ROOT, 'libs', library, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/class (\w+) extends (?:Command|Query)</g),
    ])
    .map(([, name]) => name);
});

/** Names of those that a provider of a slice handles. */
const handled = SLICES.flatMap((slice) => {
  const providers = (Reflect.getMetadata('providers', slice) ?? []) as unknown[];
  return providers.flatMap((provider) => {
    if (typeof provider !== 'function') return [];
    const command = (Reflect.getMetadata('__commandHandler__', provider) ??
      Reflect.getMetadata('__queryHandler__', provider)) as { readonly name: string } | undefined;
    return command ? [command.name] : [];
  });
});

it('every command and query class has one handler, in a module that is served', () => {
  expect(declared.length).toBeGreaterThan(0);
  expect(handled.toSorted()).toEqual(declared.toSorted());
});
