import { Module } from '@nestjs/common';
import { MatterReader } from './matter-reader';
import { MatterRunner } from './matter-runner';

/** What the acts on matters share at their edge. */
@Module({ providers: [MatterReader, MatterRunner], exports: [MatterReader, MatterRunner] })
export class MatterFileModule {}
