import { Module } from '@nestjs/common';
import { ReadersController } from './readers.controller';
import { ListReadersHandler } from './readers.query';

@Module({ controllers: [ReadersController], providers: [ListReadersHandler] })
export class ReadersModule {}
