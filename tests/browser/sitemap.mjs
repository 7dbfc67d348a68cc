// Asks another program's reader of sitemaps for the addresses in some.
// In: files. Out: one JSON object on standard output: the addresses by file. Fails where one is no sitemap.
import { createReadStream } from 'node:fs';
import { parseSitemap } from 'sitemap';

const told = {};
for (const path of process.argv.slice(2)) {
  const warn = (level, message) => { throw new Error(`${path}: ${level}: ${message}`); };
  told[path] = (await parseSitemap(createReadStream(path), warn)).map((item) => item.url);
}
console.log(JSON.stringify(told));
