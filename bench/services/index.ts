import type { HttpInput } from './http-service';

/** Input and answer cross as JSON. */
export const services = {
  http: async (input: HttpInput) => (await import('./http-service.js')).httpService(input),
};

export type Services = typeof services;
