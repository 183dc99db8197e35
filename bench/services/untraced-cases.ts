import { CurrentReader, type Reader } from '@liuhen/access';
import { Untraced } from '@liuhen/platform';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ShowCase } from '../../libs/supervision/src/case/case.query';

/** What the product answers of a case, without a record that it did. */
export function untracedCases(): Type {
  @Controller('bench/cases')
  class UntracedCaseController {
    constructor(private readonly queries: QueryBus) {}

    @Get(':caseNumber')
    @Untraced('没有留痕时的对照')
    show(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<object> {
      return this.queries.execute(new ShowCase(caseId, reader));
    }
  }

  @Module({ controllers: [UntracedCaseController] })
  class UntracedCases {}
  return UntracedCases;
}
