// Stops on a Node that is too old, before anything that it could not read is loaded.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.log(
    `Foyer needs Node 20.19 or later, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}
