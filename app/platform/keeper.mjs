// Stands between this program and a server it started. The first line of standard input says what to run (arguments are
// seen by everyone on the machine, standard input is not); when standard input closes, which it does however the parent
// ends, the server is told to stop. It leads a session of its own, so that Ctrl-C in a terminal reaches the parent alone
// and servers stop last. Plain JavaScript: it runs without a loader.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

let stop = () => process.exit(0);
let asked = false;

function run({ command, args, env, uid, gid, signal, graceMs, stopCommand }) {
  const child = spawn(command, args, {
    env,
    uid,
    gid,
    cwd: '/',
    stdio: ['ignore', 'inherit', 'inherit'],
    windowsHide: true,
  });
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
  let stopping = false;
  stop = () => {
    if (stopping) return;
    stopping = true;
    if (process.platform === 'win32' && stopCommand)
      spawnSync(stopCommand[0], stopCommand.slice(1), { stdio: 'ignore' });
    else child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (asked) return;
  asked = true;
  run(JSON.parse(line));
});
lines.on('close', () => stop());
process.stdin.on('error', () => stop());
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop());
