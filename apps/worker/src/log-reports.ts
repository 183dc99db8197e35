import type { NotaryReport } from '@liuhen/notary';
import type { RunnerReport } from '@liuhen/read-models';
import { Logger } from '@nestjs/common';
import type { ClockReport } from './clock/tick';
import type { ErasureReport } from './erasures/erasure-completion';

const readModels = new Logger('ReadModels');
const clock = new Logger('Clock');
const erasures = new Logger('Erasures');
const notary = new Logger('Notary');

export function logProjections(report: RunnerReport): void {
  switch (report.kind) {
    case 'stopped':
      readModels.error({ message: '读模型已停止', build: report.build, reason: report.halt.message });
      break;
    case 'retrying':
      readModels.warn({ message: '读模型等待重试', subject: report.subject, error: nameOf(report.error) });
      break;
    case 'claimed':
    case 'lost':
    case 'published':
      readModels.log({ message: '读模型', build: report.build, state: report.kind });
      break;
    case 'advanced':
      break;
  }
}

export function logClock(report: ClockReport): void {
  switch (report.kind) {
    case 'warned':
    case 'lapsed':
    case 'departed':
      clock.log({ message: '责任时钟', did: report.kind, stream: report.stream, duty: report.duty });
      break;
    case 'refused':
      clock.debug({
        message: '暂不处理',
        stream: report.stream,
        duty: report.duty,
        code: report.refusal.code,
      });
      break;
    case 'failed':
      clock.warn({ message: '责任时钟等待重试', subject: report.subject, error: nameOf(report.error) });
      break;
  }
}

export function logNotary(report: NotaryReport): void {
  const { log, error } = report;
  const reason = { error: nameOf(error), reason: error instanceof Error ? error.message : undefined };
  switch (report.kind) {
    case 'failed':
      notary.error({ message: '公证中断，等待重试', log, ...reason });
      break;
    case 'not-signed':
      notary.warn({ message: '检查点未签署，等待重试', log, ...reason });
      break;
    case 'not-cosigned':
      notary.warn({ message: '检查点未联署，等待重试', log, witness: report.witness, ...reason });
      break;
  }
}

export function logErasures(report: ErasureReport): void {
  if (report.kind === 'failed') erasures.warn({ message: '遮蔽等待重试', error: nameOf(report.error) });
  else erasures.log({ message: '依法遮蔽', did: report.kind, redaction: report.redaction });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
