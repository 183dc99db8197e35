// Jest demands a default export.
export { startTestServer as default } from './test-server';
