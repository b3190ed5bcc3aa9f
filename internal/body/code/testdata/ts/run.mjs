// Runs each of the given programs in turn.
import { pathToFileURL } from 'node:url';

for (const path of process.argv.slice(2)) {
  await import(pathToFileURL(path).href);
}
