/** jest heeds `testTimeout` for all projects at once only; how long a test may take depends on what it needs. */
declare global {
  var PATIENCE_MS: number;
}

jest.setTimeout(globalThis.PATIENCE_MS);

export {};
