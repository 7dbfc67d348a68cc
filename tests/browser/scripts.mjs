// Reads scripts and style sheets as the oldest browsers do that residents use.
// In: folders. Out: one JSON object on standard output: how many of each were read, and what is wrong: a script that is no
// classic script of ES2017, a style sheet with a mistake or with a side that does not turn with the language, an address
// of another host in either. Never runs a script.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import * as css from 'css-tree';

const complaints = [];
const count = { scripts: 0, styles: 0 };
const foreign = /^(https?:)?\/\/[a-z0-9]/i;
// Names of vocabularies; nothing is fetched from there.
const names = ['http://www.w3.org/'];

function script(path, text) {
  count.scripts++;
  try {
    parse(text, {
      ecmaVersion: 2017,
      sourceType: 'script',
      onToken(token) {
        const value = token.type.label === 'string' || token.type.label === 'template' ? String(token.value) : '';
        if (foreign.test(value) && !names.some((name) => value.startsWith(name))) complaints.push(`${path}: ${value}`);
      },
    });
  } catch (error) {
    complaints.push(`${path}: ${error.message}`);
  }
}

const SIDES = /^(margin|padding|border)-(left|right)|^(left|right)$|-(left|right)-radius$/;
const VALUES = /^(text-align|float|clear)$/;

function style(path, text) {
  count.styles++;
  const tree = css.parse(text, { positions: true, onParseError: (e) => complaints.push(`${path}: ${e.message} at ${e.line}`) });
  css.walk(tree, (node) => {
    if (node.type === 'Url' && foreign.test(node.value)) complaints.push(`${path}: ${node.value}`);
    if (node.type !== 'Declaration') return;
    const value = css.generate(node.value);
    const aligned = VALUES.test(node.property) && /left|right/.test(value);
    // What is not a page of a site never runs from right to left.
    if (path.includes('/assets/') && (SIDES.test(node.property) || aligned)) complaints.push(`${path}:${node.loc.start.line}: ${node.property}: ${value}`);
  });
}

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    if (name.endsWith('.js')) script(path, readFileSync(path, 'utf8'));
    if (name.endsWith('.css')) style(path, readFileSync(path, 'utf8'));
  }
}
console.log(JSON.stringify({ ...count, complaints: complaints.slice(0, 40) }));
