import { runChecks } from './run-checks.ts';

process.exitCode = (await runChecks({ browser: null })) ? 0 : 1;
