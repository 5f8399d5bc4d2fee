/**
 * The server of the benchmark, in a process of its own. In the measuring process it would add its own work to every figure
 * (75 of 325 microseconds of CPU per bare call were measured) and draw the ratios together; in a worker thread it would still
 * share the heap's collector. Between processes a call waits for the server without working, as it does in life.
 */
import { createServer } from 'node:http';

const body = process.argv[2] ?? '';
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers);
  response.end(body);
});
// A connection that the server closes between two rounds would be an accident of one contender.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.once('disconnect', () => process.exit());
