// Stands between this program and a server it started: `node keeper.mjs JSON`. When standard input closes, which it does
// however its parent ends, the server is told to stop. It leads a session of its own, so that Ctrl-C in a terminal
// reaches the parent alone and servers stop last. Plain JavaScript: it runs without a loader.
import { spawn, spawnSync } from 'node:child_process';

const { command, args, env, uid, gid, signal, graceMs, stopCommand } = JSON.parse(process.argv[2]);
const child = spawn(command, args, {
  env,
  uid,
  gid,
  cwd: '/',
  stdio: ['ignore', 'inherit', 'inherit'],
  windowsHide: true,
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  if (process.platform === 'win32' && stopCommand) spawnSync(stopCommand[0], stopCommand.slice(1), { stdio: 'ignore' });
  else child.kill(signal);
  setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
}

process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
