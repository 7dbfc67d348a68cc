// Folds and hashes texts with the script of the search page, outside a page.
// In: on standard input {"signs": pairs of the site's meta, "texts": […]}; the script's path. Out: on standard output for
// each text its folded form and the hash of that; null where this engine's Unicode is too old to know a sign of it.
// Never judges.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const { signs, texts } = JSON.parse(readFileSync(0, 'utf8'));
const source = readFileSync(process.argv[2], 'utf8');
const end = source.lastIndexOf('})();');
const window = {};
runInNewContext(`${source.slice(0, end)}window.inside = { fold, hash, simple };\n})();`, {
  window, document: { readyState: 'complete', getElementById: () => null },
});
const { fold, hash, simple } = window.inside;
const pairs = [...signs];
for (let at = 0; at < pairs.length; at += 2) simple.set(pairs[at], pairs[at + 1]);
console.log(JSON.stringify(texts.map((text) => {
  if (/\p{Unassigned}/u.test(text)) return null;
  const folded = fold(text);
  return [folded, hash([...folded])];
})));
