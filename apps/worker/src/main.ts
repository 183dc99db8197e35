import 'reflect-metadata';
import { Metrics, runProcess, serveMetrics } from '@liuhen/platform';
import { runWorker } from './run-worker';

void runProcess(async (config) => {
  const metrics = new Metrics();
  const worker = await runWorker(config, metrics);
  const server = await serveMetrics(metrics, config.metricsPort);
  return {
    close: async () => {
      await worker.close();
      await server.close();
    },
  };
});
