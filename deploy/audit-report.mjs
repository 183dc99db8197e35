import { readFileSync } from 'node:fs';

/** A registry that knows nothing of advisories: no such address, or not by this method, or not implemented. */
const NO_ENDPOINT = new Set([404, 405, 501]);

/**
 * Reads what `npm audit --json` said from standard input.
 *
 * @param npmStatus its exit status, as the first argument.
 */
const npmStatus = Number(process.argv[2]);
const text = readFileSync(0, 'utf8');
const report = parsed(text);

if (NO_ENDPOINT.has(report?.statusCode)) {
  console.log(
    `note: dependency audit not available: the registry has no advisories (${report.statusCode}); nothing was checked`,
  );
} else if (npmStatus === 0 && report?.metadata?.vulnerabilities) {
  console.log(`note: dependency audit: ${JSON.stringify(report.metadata.vulnerabilities)}`);
} else {
  console.log(text);
  process.exitCode = 1;
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
