// Serves the built app on localhost: for `npm start` (PORT, or 8080), and on a free port for the journeys and the bench.
import { argv, env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the server on the port, or on any free one for 0. Returns its address and a way to stop it. */
export async function serve(port = 0) {
  const server = await preview({
    root,
    base: './',
    appType: 'mpa', // a missing file is an error, not the start page under another name
    logLevel: 'error',
    preview: {
      host: 'localhost',
      port,
      strictPort: true,
      headers: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' },
    },
  });
  return { url: `http://localhost:${server.httpServer.address().port}/`, close: () => server.close() };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(env.PORT || 8080);
  try {
    const { url } = await serve(port);
    console.log(`Warrant is on ${url} (Ctrl+C ends it).`);
  } catch (error) {
    console.error(`Port ${port} cannot be used: ${error.message}\nChoose another one: PORT=8081 npm start`);
    process.exit(1);
  }
}
