import 'reflect-metadata';
import { Metrics, runProcess, serveMetrics } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import { runWorker } from './run-worker';

void runProcess(async (config) => {
  const metrics = new Metrics();
  const worker = await runWorker(config, metrics);
  const server = await serveMetrics(metrics, config.metricsPort);
  new Logger('Worker').log({ message: '已启动', metrics: server.url });
  return {
    close: async () => {
      await worker.close();
      await server.close();
    },
  };
});
