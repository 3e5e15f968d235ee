import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least a Node server can do: the same bytes in the same encoding, from memory. `bare-server.ts FILE TYPE ENCODING`. */
const [file, type, encoding] = process.argv.slice(2) as [string, string, string];
const body = readFileSync(file);
const head = { 'content-type': type, 'content-encoding': encoding, 'content-length': body.length };
const server = createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
