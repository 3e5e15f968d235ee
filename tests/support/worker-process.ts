import { startJobs } from '#app/jobs/jobs.ts';

/** A worker in a process of its own, for tests that kill it. */
startJobs();
process.stdout.write('working\n');
