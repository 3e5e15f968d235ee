import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { CertificateText } from '#app/ui/papers/certificate-words.ts';

const require = createRequire(import.meta.url);

/** `writeCertificates` in a thread of its own, so that the server goes on answering; `told` hears how many are done. */
export async function writeInThread(
  certificates: readonly CertificateText[],
  told: (done: number) => void,
): Promise<Uint8Array> {
  const worker = new Worker(require.resolve('#app/jobs/certificate-worker.mjs'), { workerData: certificates });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.on('message', (message: { done?: number; bytes?: Uint8Array }) => {
        if (message.bytes !== undefined) resolve(message.bytes);
        else told(message.done!);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code} and no file`)));
    });
  } finally {
    await worker.terminate();
  }
}
