// Jest demands a default export.
export { stopTestServer as default } from './test-server';
