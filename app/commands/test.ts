import { findOrInstallBrowser } from './find-browser.ts';
import { runChecks } from './run-checks.ts';

process.exitCode = (await runChecks({ browser: findOrInstallBrowser })) ? 0 : 1;
