import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// The other end of `writeInThread`. A thread starts without the loader of its parent, so it brings its own.
register();
const { writeCertificates } = await import('#app/ui/papers/certificates.server.ts');
const bytes = await writeCertificates(workerData, (done) => parentPort.postMessage({ done }));
parentPort.postMessage({ bytes }, [bytes.buffer]);
