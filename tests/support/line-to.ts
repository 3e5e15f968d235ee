import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  url: string;
  /** open: bytes pass; hung: nothing passes, nothing ends; cut: every connection is refused or broken. */
  set: (state: 'open' | 'hung' | 'cut') => void;
  close: () => Promise<void>;
};

/** A line to a server that can be hung or cut, as servers and networks do. */
export async function aLineTo(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);
  let state: 'open' | 'hung' | 'cut' = 'open';
  const sockets = new Set<Socket>();
  const held = new Set<Socket>();
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        held.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    held.add(near);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => near.write(bytes));
    if (state === 'hung') near.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${address.port}`,
    set(next) {
      state = next;
      for (const socket of held) {
        if (next === 'hung') socket.pause();
        else if (next === 'open') socket.resume();
        else socket.destroy();
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
