// The plainest of web servers, as on a stick or a department's page: files below a path of its own, which can be exchanged or go away.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/**
 * Serves `folder` below `path` (begins and ends with a slash) on a free port. Answers `url`, `show(folder)`, which puts another
 * build in its place, and `close`, after which nothing answers any more.
 */
export async function serveFolder(folder, path) {
  let shown = folder;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = decodeURIComponent(pathname.slice(path.length)) || 'index.html';
    const file = normalize(join(shown, name));
    const isThere =
      pathname.startsWith(path) &&
      file.startsWith(shown) &&
      statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isThere) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': kinds[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, 'localhost', done));
  const close = () =>
    new Promise((done) => {
      if (!server.listening) return done();
      server.close(done);
      server.closeAllConnections();
    });
  const show = (other) => void (shown = other);
  return { url: `http://localhost:${server.address().port}${path}`, show, close };
}
