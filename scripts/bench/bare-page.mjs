// The baseline: one static page from a bare Node server. What it costs is the machine and the browser, not Foyer.
import { createServer } from 'node:http';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="A bare page.">
<title>A bare page</title>
<link rel="icon" href="data:,">
</head>
<body><main><h1>A bare page</h1><p>It holds one paragraph, asks for nothing else, and runs nothing.</p></main></body>
</html>
`;

/** Serves it until the house ends; returns its address. */
export async function serveBarePage(house) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
  });
  await new Promise((answer) => server.listen(0, '127.0.0.1', answer));
  house.add({
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://localhost:${server.address().port}/`;
}
