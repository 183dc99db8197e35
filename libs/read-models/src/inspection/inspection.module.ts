import { Module } from '@nestjs/common';
import { InspectionController } from './inspection.controller';
import { ShowPatternsHandler } from './inspection.query';

@Module({ controllers: [InspectionController], providers: [ShowPatternsHandler] })
export class InspectionModule {}
