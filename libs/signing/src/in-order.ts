/** Does what it is given one after the other. */
export type InOrder = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function inOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
