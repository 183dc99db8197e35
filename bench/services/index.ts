import type { HttpInput } from './http-service';
import type { WorklistServiceInput } from './worklist-service';

/** Input and answer cross as JSON. */
export const services = {
  http: async (input: HttpInput) => (await import('./http-service.js')).httpService(input),
  reading: async (input: HttpInput) => (await import('./reading-service.js')).readingService(input),
  worklist: async (input: WorklistServiceInput) =>
    (await import('./worklist-service.js')).worklistService(input),
};

export type Services = typeof services;
