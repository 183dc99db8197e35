/** Says what is wrong with a value: the path to it, '' for the value itself; `undefined` if all is right. */
export type Shape = (value: unknown) => string | undefined;

export const that =
  (holds: (value: unknown) => boolean): Shape =>
  (value) =>
    holds(value) ? undefined : '';

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? undefined : shape(value);

export const listOf =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return '';
    const wrong = value.findIndex((item: unknown) => shape(item) !== undefined);
    return wrong === -1 ? undefined : String(wrong);
  };

/** An object with these members, all of them and no other. */
export function exactly(members: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(members);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    for (const [name, shape] of shapes) {
      const wrong = shape((value as Readonly<Record<string, unknown>>)[name]);
      if (wrong !== undefined) return wrong === '' ? name : `${name}.${wrong}`;
    }
    return Object.keys(value).find((name) => !Object.hasOwn(members, name));
  };
}
