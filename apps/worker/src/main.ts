import 'reflect-metadata';
import { Metrics, runProcess, serveMetrics } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import { runNotaries } from './run-notaries';
import { runWorker } from './run-worker';

void runProcess(async (config) => {
  const metrics = new Metrics();
  const worker = await runWorker(config, metrics);
  const { ledgerSigner } = config;
  const notaries = ledgerSigner === undefined ? undefined : await runNotaries({ ...config, ledgerSigner });
  const server = await serveMetrics(metrics, config.metricsPort);
  new Logger('Worker').log({ message: '已启动', metrics: server.url });
  return {
    close: async () => {
      await notaries?.close();
      await worker.close();
      await server.close();
    },
  };
});
