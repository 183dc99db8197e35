import { Module } from '@nestjs/common';
import { MatterRunner } from './matter-runner';

/** What the acts on matters share at their edge. */
@Module({ providers: [MatterRunner], exports: [MatterRunner] })
export class MatterFileModule {}
