// Looks at pages in Chromium and compares them with approved pictures, small and blurred: layout counts, not letters,
// so that other versions of fonts and browsers see the same.
// In: the folder of the output, a JSON list of [name, page, width, height], the folder of approved pictures, a folder for
// what differs, `bless` where new ones are to be kept. Out: one JSON list: for each the share of its cells with ink that differ,
// heights before and now. Never judges.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [output, list, approved, differing, bless] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const wanted = JSON.parse(readFileSync(list, 'utf8'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none'] });

// Pixels of the page for one of the picture; pixels of the picture for one cell; how far a colour may lie off.
const across = (width) => (width < 600 ? 4 : 8), cell = 2, off = 16, ink = 8;

// All of this runs within the laboratory page.
function laboratory() {
  const load = (url) => new Promise((done, failed) => { const i = new Image(); i.onload = () => done(i); i.onerror = failed; i.src = url; });
  const canvas = (w, h) => { const c = document.createElement('canvas'); c.width = w; c.height = h; return c; };
  // Halved again and again, so that every pixel counts; then few colours, so that the file is small.
  window.reduce = async (url, by) => {
    let image = await load(url), w = image.width, h = image.height;
    const end = [Math.round(w / by), Math.round(h / by)];
    while (w > end[0]) {
      const next = [Math.max(end[0], Math.ceil(w / 2)), Math.max(end[1], Math.ceil(h / 2))], c = canvas(...next), x = c.getContext('2d');
      x.imageSmoothingQuality = 'high';
      x.drawImage(image, 0, 0, ...next);
      [image, w, h] = [c, ...next];
    }
    const x = image.getContext('2d'), data = x.getImageData(0, 0, w, h);
    for (let i = 0; i < data.data.length; i++) data.data[i] = i % 4 === 3 ? 255 : Math.round(data.data[i] / 36.5) * 36.5;
    x.putImageData(data, 0, 0);
    return image.toDataURL('image/png');
  };
  const cells = async (url, cell) => {
    const image = await load(url), c = canvas(image.width, image.height), x = c.getContext('2d');
    x.drawImage(image, 0, 0);
    const data = x.getImageData(0, 0, c.width, c.height).data, rows = [];
    for (let top = 0; top < c.height; top += cell) {
      const row = [];
      for (let left = 0; left < c.width; left += cell) {
        const sum = [0, 0, 0];
        let n = 0;
        for (let v = top; v < Math.min(top + cell, c.height); v++) for (let u = left; u < Math.min(left + cell, c.width); u++) { n++; for (let k = 0; k < 3; k++) sum[k] += data[(v * c.width + u) * 4 + k]; }
        row.push(sum.map((s) => s / n));
      }
      rows.push(row);
    }
    return { rows, image };
  };
  window.compare = async (before, now, cell, off, ink) => {
    const [a, b] = [await cells(before, cell), await cells(now, cell)];
    const far = (x, y) => (x && y ? Math.max(...x.map((v, k) => Math.abs(v - y[k]))) : 255);
    // Only cells that hold more than the ground of the page count: most of a page is empty.
    const all = (rows) => rows.flat();
    const ground = [0, 1, 2].map((k) => all(a.rows).map((x) => x[k]).sort((x, y) => x - y)[all(a.rows).length >> 1]);
    const inked = (x) => x !== undefined && far(x, ground) > ink;
    const differ = [];
    let count = 0;
    const height = Math.max(a.rows.length, b.rows.length), width = Math.max(a.rows[0].length, b.rows[0].length);
    for (let v = 0; v < height; v++) for (let u = 0; u < width; u++) {
      if (!inked(a.rows[v]?.[u]) && !inked(b.rows[v]?.[u])) continue;
      count++;
      // A line may stand a little higher or lower.
      const least = Math.min(...[-1, 0, 1].map((d) => far(a.rows[v]?.[u], b.rows[v + d]?.[u])), ...[-1, 1].map((d) => far(a.rows[v + d]?.[u], b.rows[v]?.[u])));
      if (least > off) differ.push([u, v]);
    }
    const c = canvas(a.image.width * 2 + 12, Math.max(a.image.height, b.image.height)), x = c.getContext('2d');
    x.drawImage(a.image, 0, 0);
    x.drawImage(b.image, a.image.width + 12, 0);
    x.fillStyle = 'rgba(255,0,0,.45)';
    differ.forEach(([u, v]) => x.fillRect(a.image.width + 12 + u * cell, v * cell, cell, cell));
    return { share: differ.length / Math.max(1, count), before: a.image.height, now: b.image.height, picture: c.toDataURL('image/png') };
  };
}

const bytes = (url) => Buffer.from(url.split(',')[1], 'base64');
const url = (buffer) => `data:image/png;base64,${buffer.toString('base64')}`;
const seen = [];
try {
  const lab = await browser.newPage();
  await lab.evaluate(laboratory);
  for (const [name, path, width, height] of wanted) {
    const context = await browser.newContext({ viewport: { width, height }, offline: true, colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(resolve(output, path)).href);
    const tall = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), height);
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width, height: tall }, fullPage: true });
    await context.close();
    const now = await lab.evaluate(([u, by]) => window.reduce(u, by), [url(shot), across(width)]);
    const file = join(approved, `${name}.png`);
    if (bless) { mkdirSync(approved, { recursive: true }); writeFileSync(file, bytes(now)); }
    if (!existsSync(file)) { seen.push({ name, share: 1, before: 0, now: tall, missing: true }); continue; }
    const told = await lab.evaluate((a) => window.compare(...a), [url(readFileSync(file)), now, cell, off, ink]);
    mkdirSync(differing, { recursive: true });
    writeFileSync(join(differing, `${name}.png`), bytes(told.picture));
    delete told.picture;
    seen.push({ name, ...told });
  }
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
