import 'reflect-metadata';
import { runProcess } from '@liuhen/platform';
import { startServer } from './server';

void runProcess((config) => startServer(config));
