import { httpService } from './http-service';

/** Input and answer cross as JSON. */
export const services = { http: httpService };

export type Services = typeof services;
