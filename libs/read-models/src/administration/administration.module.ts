import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller';
import { ReplayAdministrationHandler } from './administration.query';

@Module({ controllers: [AdministrationController], providers: [ReplayAdministrationHandler] })
export class AdministrationModule {}
