/* Checks a published site in the browser, offline, also from file://.
   In: files that the reader picks. Out: what does not hold, and the checkpoint to compare.
   A classic script without modules; signatures need BigInt, and where there is none the page says so.
   Written from RFC 6962, RFC 8032, FIPS 180-4 and the C2SP specifications. */
(function () {
  "use strict";

  var ENGLISH = /^en/i.test(navigator.language || "") || /[?&]lang=en/.test(location.search);
  var WORDS = {
    "title": ["自己核对", "Check it yourself"],
    "intro": ["在这台设备上核对一个公开网站：文件有没有被改过，公开账本是不是完整，签名和存证回执对不对。不联网，文件不会离开这台设备。", "Checks a published site on this device: whether files were changed, whether the public ledger is whole, whether signatures and receipts hold. Nothing is sent anywhere."],
    "whole": ["核对整个网站", "A whole site"],
    "whole-how": ["选网站所在的文件夹（里面有 index.html 和 ledger 文件夹）。压缩包请先解压。", "Pick the folder of the site (with index.html and the folder ledger). Unpack an archive first."],
    "folder": ["网站文件夹", "Folder of the site"],
    "one": ["核对一份记录", "One record"],
    "one-how": ["同时选三个文件：记录的数据（.json）、存证回执（.tlog-proof）、公钥清单（keys.txt）。", "Pick three files at once: the record's data (.json), its receipt (.tlog-proof), the list of keys (keys.txt)."],
    "files": ["这几个文件", "These files"],
    "kept": ["与以前保存的校验值比较", "Compare with a checkpoint kept earlier"],
    "point": ["条数:校验值（可以不填）", "entries:root (may be left empty)"],
    "result": ["结果", "Result"],
    "none": ["还没有选文件。", "Nothing picked yet."],
    "busy": ["正在核对……", "Checking…"],
    "good": ["核对通过。", "Everything holds."],
    "bad": ["没有通过，不符之处：", "Not everything holds. Problems: "],
    "log": ["账本", "ledger"],
    "entries": ["条，校验值", "entries, root"],
    "compared": ["个文件与清单一致", "files fit their list"],
    "receipts": ["份记录的回执有效", "records with receipts that hold"],
    "unsealed": ["份记录还没有封存", "records not sealed yet"],
    "ended": ["份记录的名单已到期、不再显示原文", "records whose list of persons has left"],
    "compare": ["请把条数和校验值与以前保存的（公开栏、照片、打印件）比一比。", "Compare entries and root with what was kept before (board, photograph, print)."],
    "no-ledger": ["这里没有公开账本。", "There is no public ledger here."],
    "old-browser": ["这个浏览器太旧，签名没有核对；请换一个浏览器，或用 verify.py。", "This browser is too old to check signatures; use another one, or verify.py."],
    "record-good": ["这份记录确实在账本里，第 # 号。", "This record is in the ledger, entry #."],
    "unreadable": ["选的文件不对。", "These files are not the right ones."],
    "list-unreadable": ["文件清单读不懂", "the list of files cannot be read"],
    "list-differs": ["两份文件清单不一致", "the two lists of files differ"],
    "file-missing": ["缺少这个文件", "this file is missing"],
    "file-changed": ["文件被改过", "this file was changed"],
    "checkpoint-unreadable": ["校验点读不懂", "the checkpoint cannot be read"],
    "tile-missing": ["账本缺少这一块", "this part of the ledger is missing"],
    "tile-wrong": ["账本的这一块不对", "this part of the ledger is wrong"],
    "root": ["校验值与账本内容不符", "the root does not fit the entries"],
    "entry": ["账本里有不该出现的记载", "the ledger holds an entry that may not stand there"],
    "keys-differ": ["公钥清单与账本不符", "the list of keys does not fit the ledger"],
    "signature": ["校验点的签名不符", "the signature of the checkpoint does not hold"],
    "checkpoints": ["以前的校验点与账本不符", "earlier checkpoints do not fit the ledger"],
    "kept-differs": ["账本不是由以前保存的校验点接续而来：账本被改过", "the ledger does not go on from the checkpoint kept earlier: it was changed"],
    "restarted": ["注意：这本账是重新开的，接着旧账本", "Note: this ledger was begun anew after"],
    "confirmed-by": ["已由街道（乡镇）确认，请与它公布的公钥比一比：", "Confirmed by the township; compare its published key: "],
    "unconfirmed": ["还没有街道（乡镇）的确认，请向街道询问。", "Not confirmed by the township yet; ask there."],
    "before-missing": ["这本账接着一本旧账本，这里却没有那本旧账本，或者对不上", "this ledger goes on from an old one that is not here or does not fit"],
    "confirmed": ["街道（乡镇）的确认不是对这本账说的，或者签名不符", "the township's confirmation is not about this ledger, or its signature does not hold"],
    "receipt": ["回执与记录或账本不符", "the receipt fits neither the record nor the ledger"],
    "record-other": ["记录现在的内容与封存的不同", "the record is not what was sealed"],
    "record-missing": ["封存过的记录不见了", "a sealed record is missing"],
    "withdrawn-shown": ["已撤回的记录还在公开", "a record that was taken back is still shown"]
  };
  function word(id) { return WORDS[id][ENGLISH ? 1 : 0]; }

  // --- SHA-256 -------------------------------------------------------------------------------------------------

  // The first bits of the fraction of roots of primes, as both hashes want them.
  function primes(count) {
    var found = [], n = 2;
    while (found.length < count) {
      if (found.every(function (p) { return n % p; })) { found.push(n); }
      n += 1;
    }
    return found;
  }
  function fraction32(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
  var K256 = primes(64).map(function (p) { return fraction32(Math.cbrt(p)); });
  var H256 = primes(8).map(function (p) { return fraction32(Math.sqrt(p)); });

  function padded(bytes, block, lengthBytes) {
    var size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
    var out = new Uint8Array(size);
    out.set(bytes);
    out[bytes.length] = 0x80;
    new DataView(out.buffer).setUint32(size - 8, Math.floor(bytes.length / 536870912));
    new DataView(out.buffer).setUint32(size - 4, (bytes.length << 3) >>> 0);
    return out;
  }

  var W = new Int32Array(64);
  function sha256(bytes) {
    var data = padded(bytes, 64, 8), view = new DataView(data.buffer), h = H256.slice();
    for (var at = 0; at < data.length; at += 64) {
      var i, x, y;
      for (i = 0; i < 16; i++) { W[i] = view.getInt32(at + i * 4); }
      for (i = 16; i < 64; i++) {
        x = W[i - 15]; y = W[i - 2];
        W[i] = (W[i - 16] + W[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0;
      }
      var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], z = h[7];
      for (i = 0; i < 64; i++) {
        x = (z + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K256[i] + W[i]) | 0;
        y = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c)) | 0;
        z = g; g = f; f = e; e = (d + x) | 0; d = c; c = b; b = a; a = (x + y) | 0;
      }
      h = [h[0] + a | 0, h[1] + b | 0, h[2] + c | 0, h[3] + d | 0, h[4] + e | 0, h[5] + f | 0, h[6] + g | 0, h[7] + z | 0];
    }
    var out = new Uint8Array(32), o = new DataView(out.buffer);
    h.forEach(function (v, n) { o.setInt32(n * 4, v); });
    return out;
  }

  // --- Ed25519 and SHA-512, with whole numbers of any length -----------------------------------------------------

  var BIG = typeof BigInt === "function" ? BigInt : null;
  var ed25519 = BIG && (function () {
    var n = function (x) { return BIG(x); };
    var ZERO = n(0), ONE = n(1), TWO = n(2);
    var MASK = (ONE << n(64)) - ONE;

    // Whole roots by Newton's way: floor of the k-th root.
    function root(x, k) {
      var guess = ONE << n(Math.ceil(x.toString(2).length / k) + 1), big = n(k), next;
      for (;;) {
        var power = ONE, i;
        for (i = 1; i < k; i++) { power *= guess; }
        next = (guess * (big - ONE) + x / power) / big;
        if (next >= guess) { return guess; }
        guess = next;
      }
    }
    function bits(p, k) { return root(n(p) << n(64 * k), k) & MASK; }
    var K = primes(80).map(function (p) { return bits(p, 3); });
    var START = primes(8).map(function (p) { return bits(p, 2); });
    function turn(x, by) { return (x >> n(by) | x << n(64 - by)) & MASK; }

    function sha512(bytes) {
      var data = padded(bytes, 128, 16), view = new DataView(data.buffer), h = START.slice();
      for (var at = 0; at < data.length; at += 128) {
        var w = [], i;
        for (i = 0; i < 16; i++) { w.push(n(view.getUint32(at + i * 8)) << n(32) | n(view.getUint32(at + i * 8 + 4))); }
        for (i = 16; i < 80; i++) {
          var x = w[i - 15], y = w[i - 2];
          w.push((w[i - 16] + w[i - 7] + (turn(x, 1) ^ turn(x, 8) ^ x >> n(7)) + (turn(y, 19) ^ turn(y, 61) ^ y >> n(6))) & MASK);
        }
        var v = h.slice();
        for (i = 0; i < 80; i++) {
          var a = v[0], e = v[4];
          var t1 = v[7] + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) + (e & v[5] ^ (e ^ MASK) & v[6]) + K[i] + w[i];
          var t2 = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + (a & v[1] ^ a & v[2] ^ v[1] & v[2]);
          v = [(t1 + t2) & MASK, a, v[1], v[2], (v[3] + t1) & MASK, e, v[5], v[6]];
        }
        h = h.map(function (old, j) { return (old + v[j]) & MASK; });
      }
      var out = new Uint8Array(64);
      h.forEach(function (value, j) { for (var b = 0; b < 8; b++) { out[j * 8 + b] = Number(value >> n(56 - 8 * b) & n(255)); } });
      return out;
    }

    var P = (ONE << n(255)) - n(19);
    var ORDER = (ONE << n(252)) + n("27742317777372353535851937790883648493");
    function mod(x) { var r = x % P; return r < ZERO ? r + P : r; }
    function power(x, e) {
      var out = ONE;
      for (x = mod(x); e > ZERO; e >>= ONE) {
        if (e & ONE) { out = out * x % P; }
        x = x * x % P;
      }
      return out;
    }
    var D = mod(-n(121665) * power(n(121666), P - TWO));
    var I = power(TWO, (P - ONE) / n(4));
    function little(bytes) {
      var out = ZERO;
      for (var i = bytes.length - 1; i >= 0; i--) { out = out << n(8) | n(bytes[i]); }
      return out;
    }
    function point(bytes) {
      var y = little(bytes), sign = y >> n(255);
      y &= (ONE << n(255)) - ONE;
      if (y >= P) { return null; }
      var x2 = mod((y * y - ONE) * power(D * y * y + ONE, P - TWO));
      var x = power(x2, (P + n(3)) / n(8));
      if (mod(x * x - x2) !== ZERO) { x = x * I % P; }
      if (mod(x * x - x2) !== ZERO || (x === ZERO && sign)) { return null; }
      if ((x & ONE) !== sign) { x = P - x; }
      return [x, y, ONE, x * y % P];
    }
    function add(a, b) {
      var u = mod((a[1] - a[0]) * (b[1] - b[0])), v = mod((a[1] + a[0]) * (b[1] + b[0]));
      var s = mod(TWO * a[3] * b[3] * D), t = mod(TWO * a[2] * b[2]);
      var e = v - u, f = t - s, g = t + s, h = v + u;
      return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
    }
    function times(k, p) {
      var out = [ZERO, ONE, ONE, ZERO];
      for (; k > ZERO; k >>= ONE) {
        if (k & ONE) { out = add(out, p); }
        p = add(p, p);
      }
      return out;
    }
    function same(a, b) { return mod(a[0] * b[2] - b[0] * a[2]) === ZERO && mod(a[1] * b[2] - b[1] * a[2]) === ZERO; }
    var base = new Uint8Array(32).fill(0x66);
    base[0] = 0x58;
    var BASE = point(base), NOTHING = [ZERO, ONE, ONE, ZERO];

    return function (key, text, signature) {
      if (key.length !== 32 || signature.length !== 64) { return false; }
      var a = point(key), r = point(signature.subarray(0, 32)), s = little(signature.subarray(32));
      if (!a || !r || s >= ORDER || same(times(n(8), a), NOTHING) || same(times(n(8), r), NOTHING)) { return false; }
      var h = little(sha512(join([signature.subarray(0, 32), key, text]))) % ORDER;
      return same(times(s, BASE), add(r, times(h, a)));
    };
  }());

  // --- Bytes and texts -------------------------------------------------------------------------------------------

  function join(parts) {
    var out = new Uint8Array(parts.reduce(function (n, p) { return n + p.length; }, 0)), at = 0;
    parts.forEach(function (p) { out.set(p, at); at += p.length; });
    return out;
  }
  function utf8(text) { return new TextEncoder().encode(text); }
  function textOf(bytes) {
    try { return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes); } catch (e) { return null; }
  }
  function hex(bytes) { return Array.prototype.map.call(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join(""); }
  function encode(bytes) { return btoa(String.fromCharCode.apply(null, bytes)); }
  function decode(text) {
    try {
      var raw = atob(text), out = new Uint8Array(raw.length);
      for (var i = 0; i < raw.length; i++) { out[i] = raw.charCodeAt(i); }
      return encode(out) === text ? out : null;
    } catch (e) { return null; }
  }
  function equal(a, b) { return a.length === b.length && a.every(function (x, i) { return x === b[i]; }); }
  function number(text) { return /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : null; }

  function leafHash(entry) { return sha256(join([[0], entry])); }
  function node(left, right) { return sha256(join([[1], left, right])); }
  function Tree() { this.size = 0; this.parts = []; }
  Tree.prototype.add = function (hash) {
    for (var n = this.size; n % 2 === 1; n = (n - 1) / 2) { hash = node(this.parts.pop(), hash); }
    this.parts.push(hash);
    this.size += 1;
  };
  Tree.prototype.root = function () {
    if (!this.parts.length) { return sha256([]); }
    return this.parts.slice(0, -1).reduceRight(function (right, left) { return node(left, right); }, this.parts[this.parts.length - 1]);
  };
  function rootOf(leaves) {
    var tree = new Tree();
    leaves.forEach(function (leaf) { tree.add(leaf); });
    return tree.root();
  }
  function climb(hash, index, size, proof) {
    if (index >= size) { return null; }
    var at = index, last = size - 1;
    function up() { at = Math.floor(at / 2); last = Math.floor(last / 2); }
    for (var i = 0; i < proof.length; i++) {
      if (last === 0) { return null; }
      if (at % 2 === 1 || at === last) {
        hash = node(proof[i], hash);
        while (at !== 0 && at % 2 === 0) { up(); }
      } else {
        hash = node(hash, proof[i]);
      }
      up();
    }
    return last === 0 ? hash : null;
  }

  function readKey(text) {
    var parts = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text);
    var bytes = parts && decode(parts[3]);
    if (!bytes || bytes.length !== 33 || bytes[0] !== 1) { throw new Error("key"); }
    var id = sha256(join([utf8(parts[1] + "\n"), bytes])).subarray(0, 4);
    if (hex(id) !== parts[2]) { throw new Error("key"); }
    return { text: text, name: parts[1], id: id, bytes: bytes.subarray(1) };
  }
  function signed(key, text, signature) { return !ed25519 || ed25519(key.bytes, text, signature); }
  function signedNote(key, note) {
    var at = note.lastIndexOf("\n\n"), mine = 0;
    // eslint-disable-next-line no-control-regex
    if (at < 0 || note.slice(-1) !== "\n" || /[\u0000-\u0009\u000b-\u001f]/.test(note)) { return false; }
    var text = utf8(note.slice(0, at + 1));
    return note.slice(at + 2, -1).split("\n").every(function (line) {
      var parts = line.split(" "), bytes = parts.length === 3 && parts[0] === "\u2014" ? decode(parts[2]) : null;
      if (!bytes || bytes.length < 5) { return false; }
      if (parts[1] !== key.name || !equal(bytes.subarray(0, 4), key.id)) { return true; }
      mine += 1;
      return signed(key, text, bytes.subarray(4));
    }) && mine > 0;
  }
  function readPoint(note) {
    var at = note === null ? -1 : note.indexOf("\n\n"), lines = at < 0 ? [] : note.slice(0, at).split("\n");
    var size = lines.length === 3 ? number(lines[1]) : null, root = size === null ? null : decode(lines[2]);
    return lines[0] && root && root.length === 32 ? { origin: lines[0], size: size, root: root } : null;
  }
  // JSON in which no key stands twice cannot be asked of the browser; entries are written again and compared.
  function parse(bytes) {
    try { return JSON.parse(textOf(bytes)); } catch (e) { return null; }
  }

  // --- A whole site ------------------------------------------------------------------------------------------------

  function Check(files, kept) {
    this.files = files;
    this.names = Object.keys(files).sort();
    this.kept = kept;
    this.problems = [];
    this.logs = [];
    this.compared = 0;
  }
  Check.prototype.problem = function (path, what) {
    var line = path + "：" + word(what);
    if (this.problems.indexOf(line) < 0) { this.problems.push(line); }
  };
  Check.prototype.folders = function (name) {
    return this.names.filter(function (p) { return p === name || p.slice(-name.length - 1) === "/" + name; }).map(function (p) { return p.slice(0, p.length - name.length); });
  };
  Check.prototype.text = function (path) { return this.files[path] ? textOf(this.files[path]) : null; };
  Check.prototype.run = function () {
    var self = this;
    this.sums();
    this.folders("checkpoint").forEach(function (folder) {
      if (self.files[folder + "keys.txt"]) {
        var log = new Log(self, folder);
        if (log.check()) { self.logs.push(log); }
      }
    });
    this.chains();
    return this;
  };
  // Ledgers begun anew must stand beside the one they name; a checkpoint kept earlier may be of either.
  Check.prototype.chains = function () {
    var self = this, told = {}, named = {};
    this.logs.forEach(function (log) { told[log.told()] = log; named[log.values[0].continues] = true; });
    this.logs.filter(function (log) { return !named[log.told()]; }).forEach(function (log) {
      var chain = [log], name, old;
      while ((name = chain[chain.length - 1].values[0].continues) !== undefined) {
        old = told[name];
        if (!old || chain.indexOf(old) >= 0) { self.problem(chain[chain.length - 1].folder + "checkpoint", "before-missing"); break; }
        chain.push(old);
      }
      log.after = chain[1] || null;
      if (self.files[log.folder + "confirmed"]) {
        log.office = log.confirmed();
        if (!log.office) { self.problem(log.folder + "confirmed", "confirmed"); }
      }
      if (self.kept && !chain.some(function (one) { return one.holds(self.kept); })) { self.problem(log.folder + "checkpoint", "kept-differs"); }
    });
  };
  Check.prototype.sums = function () {
    var self = this, folders = this.folders("SHA256SUMS");
    folders.forEach(function (folder) {
      var text = self.text(folder + "SHA256SUMS") || "", last = "", good = text.slice(-1) === "\n";
      var rows = text.slice(0, -1).split("\n").map(function (line) {
        var parts = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
        good = good && parts !== null && parts[2] > last;
        last = parts ? parts[2] : last;
        return parts && { path: parts[2], size: 0, sha256: parts[1] };
      });
      if (!good) { self.problem(folder + "SHA256SUMS", "list-unreadable"); return; }
      var before = self.problems.length;
      rows.forEach(function (row) {
        var bytes = self.files[folder + row.path];
        row.size = bytes ? bytes.length : 0;
        if (!bytes) { self.problem(folder + row.path, "file-missing"); }
        else if (hex(sha256(bytes)) !== row.sha256) { self.problem(folder + row.path, "file-changed"); }
        else { self.compared += 1; }
      });
      var own = self.files[folder + "SHA256SUMS"];
      rows.push({ path: "SHA256SUMS", size: own.length, sha256: hex(sha256(own)) });
      rows.sort(function (a, b) { return a.path < b.path ? -1 : 1; });
      var manifest = self.text(folder + "manifest.json");
      if (manifest === null) { self.problem(folder + "manifest.json", "file-missing"); }
      else if (self.problems.length === before && manifest !== JSON.stringify({ files: rows }, null, 2) + "\n") { self.problem(folder + "manifest.json", "list-differs"); }
    });
    if (!folders.length && this.folders("manifest.json").length) { this.problem("SHA256SUMS", "file-missing"); }
  };

  function Log(all, folder) {
    this.all = all; this.folder = folder; this.files = all.files;
    this.entries = []; this.values = []; this.leaves = []; this.notes = []; this.last = {};
    this.working = []; this.recovery = [];
    this.receipts = 0; this.unsealed = 0; this.ended = 0;
    this.after = null; this.office = null;
  }
  Log.prototype.problem = function (path, what) { this.all.problem(path, what); };
  Log.prototype.check = function () {
    var note = this.all.text(this.folder + "checkpoint"), point = readPoint(note);
    if (!point) { this.problem(this.folder + "checkpoint", "checkpoint-unreadable"); return false; }
    this.origin = point.origin; this.size = point.size; this.root = point.root;
    if (!this.bundles()) { return false; }
    this.leaves = this.entries.map(leafHash);
    this.tiles();
    if (!equal(rootOf(this.leaves), point.root)) { this.problem(this.folder + "checkpoint", "root"); }
    try { this.walk(); } catch (e) { this.problem(this.folder + "tile/entries", "entry"); return false; }
    function lines(role, keys) { return keys.map(function (k) { return "# " + role + " " + k.from + "\n" + k.key.text + "\n"; }).join(""); }
    if (this.all.text(this.folder + "keys.txt") !== lines("working", this.working) + lines("recovery", this.recovery)) { this.problem(this.folder + "keys.txt", "keys-differ"); }
    if (!signedNote(this.keyAt(this.size), note)) { this.problem(this.folder + "checkpoint", "signature"); }
    this.checkpoints(note);
    var site = this.folder.replace(/ledger\/$/, "");
    if (site !== this.folder && this.files[site + "index.html"]) { this.site(site); }
    return true;
  };
  Log.prototype.told = function () { return this.origin + " " + this.size + " " + encode(rootOf(this.leaves)); };
  Log.prototype.holds = function (point) {
    return point.size <= this.leaves.length && equal(rootOf(this.leaves.slice(0, point.size)), point.root);
  };
  Log.prototype.confirmed = function () {
    var note = this.all.text(this.folder + "confirmed") || "", begun = this.values[0], lines = note.split("\n");
    var known = ["gongkai restart 1", begun.continues, this.origin, begun.working, begun.recovery];
    if (lines.length < 8 || lines[7] !== "" || !known.every(function (text, i) { return text === lines[i]; })) { return null; }
    try {
      var key = readKey(lines[6]);
      return signedNote(key, note) ? key : null;
    } catch (e) { return null; }
  };
  Log.prototype.keyAt = function (size) {
    return this.working.filter(function (k) { return k.from <= size; }).pop().key;
  };
  Log.prototype.name = function (index, width) {
    var out = ("00" + index % 1000).slice(-3);
    for (index = Math.floor(index / 1000); index > 0; index = Math.floor(index / 1000)) { out = "x" + ("00" + index % 1000).slice(-3) + "/" + out; }
    return width === 256 ? out : out + ".p/" + width;
  };
  Log.prototype.split = function (bytes, count) {
    var out = [], at = 0;
    for (; count > 0; count--) {
      var end = at + 2 + bytes[at] * 256 + bytes[at + 1];
      if (!(end <= bytes.length)) { return null; }
      out.push(bytes.subarray(at + 2, end));
      at = end;
    }
    return at === bytes.length ? out : null;
  };
  Log.prototype.bundles = function () {
    for (var index = 0; index * 256 < this.size; index++) {
      var width = Math.min(256, this.size - index * 256), path = this.folder + "tile/entries/" + this.name(index, width);
      var entries = this.files[path] ? this.split(this.files[path], width) : null;
      if (!entries) { this.problem(path, this.files[path] ? "tile-wrong" : "tile-missing"); return false; }
      this.entries = this.entries.concat(entries);
    }
    return true;
  };
  Log.prototype.tiles = function () {
    var rows = [this.leaves], self = this, start = this.folder + "tile/";
    for (var level = 0; rows[level].length; level++) {
      var above = [];
      for (var index = 0; index * 256 < rows[level].length; index++) {
        var part = rows[level].slice(index * 256, index * 256 + 256), path = start + level + "/" + this.name(index, part.length);
        if (!this.files[path]) { this.problem(path, "tile-missing"); }
        else if (!equal(this.files[path], join(part))) { this.problem(path, "tile-wrong"); }
        if (part.length === 256) { above.push(rootOf(part)); }
      }
      rows.push(above);
    }
    this.all.names.forEach(function (path) {
      if (path.slice(0, start.length) !== start || path.indexOf(".p/") < 0) { return; }
      var parts = /^(entries|[0-9]+)\/((?:x[0-9]{3}\/)*[0-9]{3})\.p\/([1-9][0-9]{0,2})$/.exec(path.slice(start.length)), fits = false;
      if (parts) {
        var index = Number(parts[2].replace(/[x/]/g, "")), width = Number(parts[3]);
        var row = parts[1] === "entries" ? self.leaves : rows[Number(parts[1])] || [];
        var part = row.slice(index * 256, index * 256 + width), bytes = self.files[path];
        if (parts[1] === "entries") {
          var entries = self.split(bytes, width);
          bytes = entries && join(entries.map(leafHash));
        }
        fits = width < 256 && part.length === width && bytes !== null && equal(bytes, join(part));
      }
      if (!fits) { self.problem(path, "tile-wrong"); }
    });
  };
  Log.prototype.walk = function () {
    var day = "", self = this;
    function must(good) { if (!good) { throw new Error("entry"); } }
    this.entries.forEach(function (bytes, index) {
      var v = parse(bytes);
      must(v && v.v === 1 && typeof v.day === "string" && v.day.length === 10 && v.day >= day);
      day = v.day;
      if (v.action === "begun") {
        must(index === 0 && v.origin === self.origin && (v.continues === undefined || typeof v.continues === "string"));
        self.working = [{ from: 0, key: readKey(v.working) }];
        self.recovery = [{ from: 0, key: readKey(v.recovery) }];
      } else if (["rotated", "lost", "stolen"].indexOf(v.action) >= 0) {
        must(index > 0);
        var plain = v.by === "working" && v.role === "working" && v.action === "rotated";
        must(v.by === "recovery" || plain);
        var speaker = (v.by === "recovery" ? self.recovery : self.working).slice(-1)[0].key;
        var told = [self.origin, index, v.action, v.role, v.day, v.key, v.by, v.after === undefined ? "-" : v.after];
        must(signed(speaker, utf8("gongkai key 1\n" + told.join("\n") + "\n"), decode(v.signature) || []));
        must(v.role === "working" || v.role === "recovery");
        self[v.role].push({ from: index + 1, key: readKey(v.key) });
      } else {
        must(index > 0 && ["published", "corrected", "extended", "updated", "recomputed", "withdrawn"].indexOf(v.action) >= 0);
        var before = self.last[v.address];
        must(v.previous === before && typeof v.kind === "string" && typeof v.address === "string");
        must((before === undefined || self.values[before].action === "withdrawn") === (v.action === "published"));
        must(/^[0-9a-f]{64}$/.test(v.commitment || "") !== (v.action === "withdrawn"));
        self.last[v.address] = index;
      }
      self.values.push(v);
    });
    must(this.working.length > 0);
  };
  Log.prototype.checkpoints = function (note) {
    var path = this.folder + "checkpoints.txt", text = this.all.text(path), self = this, tree = new Tree();
    if (text === null) { this.problem(path, "tile-missing"); return; }
    var parts = text.split("\n\n"), notes = [], good = parts.pop() === "" && parts.length % 2 === 0;
    for (var i = 0; good && i < parts.length; i += 2) { notes.push(parts[i] + "\n\n" + parts[i + 1] + "\n"); }
    good = good && notes[notes.length - 1] === note && notes.every(function (one) {
      var point = readPoint(one);
      if (!point || point.size < tree.size || point.size > self.leaves.length || point.origin !== self.origin) { return false; }
      self.leaves.slice(tree.size, point.size).forEach(function (leaf) { tree.add(leaf); });
      return equal(tree.root(), point.root) && signedNote(self.keyAt(point.size), one);
    });
    if (!good) { this.problem(path, "checkpoints"); }
    this.notes = notes;
  };
  Log.prototype.site = function (site) {
    var self = this, today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
    this.all.names.forEach(function (path) {
      if (path.slice(0, site.length) !== site) { return; }
      var stem = path.slice(site.length).replace(/\.(tlog-proof|json)$/, "");
      if (/\.tlog-proof$/.test(path)) {
        var proof = readProof(textOf(self.files[path]), self.files[site + stem + ".json"]);
        var index = proof && self.notes.indexOf(proof.note) >= 0 && self.entries[proof.index] && equal(self.entries[proof.index], proof.entry) && proof.good ? proof.index : null;
        var old = stem.slice(0, 8) === "history/";
        if (index === null || !(old || (self.values[index].address === stem + ".html" && self.last[stem + ".html"] === index))) { self.problem(path, "receipt"); }
        else if (!old) { self.receipts += 1; }
      } else if (/\.json$/.test(path) && stem.split("/").length === 2) {
        var value = parse(self.files[path]);
        if (value && value.record && value.url === stem + ".html" && self.last[value.url] === undefined) { self.unsealed += 1; }
      }
    });
    Object.keys(this.last).forEach(function (address) {
      var stem = site + address.replace(/\.html$/, ""), entry = self.values[self.last[address]], shown = self.files[stem + ".json"];
      if (entry.action === "withdrawn") {
        if (shown) { self.problem(stem + ".json", "withdrawn-shown"); }
      } else if (!self.files[stem + ".tlog-proof"]) {
        if (entry.ends && entry.ends < today) { self.ended += 1; }
        else { self.problem(stem + ".json", shown ? "record-other" : "record-missing"); }
      }
    });
  };

  // The entry as the record and its receipt write it again, and whether its proof leads to the root of its note.
  function readProof(text, data) {
    if (text === null || !data) { return null; }
    var at = text.indexOf("\n\n"), lines = text.slice(0, at).split("\n"), note = text.slice(at + 2), value = parse(data), point = readPoint(note);
    if (at < 0 || lines[0] !== "c2sp.org/tlog-proof@v1" || !value || !point) { return null; }
    var extra = /^extra (\S+)$/.exec(lines[1] || ""), index = /^index ([0-9]+)$/.exec(lines[2] || "");
    extra = extra && decode(extra[1]);
    var parts = extra ? (textOf(extra) || "").split(" ") : [], salt = parts.length === 5 ? decode(parts[0]) : null;
    var path = lines.slice(3).map(decode);
    if (!salt || salt.length !== 32 || !index || !path.every(function (p) { return p && p.length === 32; })) { return null; }
    var entry = { v: 1, address: value.url, kind: value.kind, action: parts[1], day: parts[2] };
    if (parts[3] !== "-") { entry.previous = Number(parts[3]); }
    if (parts[4] !== "-") { entry.ends = parts[4]; }
    entry.commitment = hex(sha256(join([salt, sha256(data)])));
    var bytes = utf8(JSON.stringify(entry)), root = climb(leafHash(bytes), Number(index[1]), point.size, path);
    return { index: Number(index[1]), entry: bytes, note: note, point: point, good: root !== null && equal(root, point.root) };
  }

  // --- The page ----------------------------------------------------------------------------------------------------

  function show(state, good, facts, problems) {
    var line = document.getElementById("state");
    line.textContent = state;
    line.className = good === null ? "" : good ? "good" : "bad";
    line.setAttribute("data-state", good === null ? "busy" : good ? "good" : "bad");
    [["facts", facts], ["problems", problems]].forEach(function (pair) {
      var list = document.getElementById(pair[0]);
      list.textContent = "";
      pair[1].forEach(function (text) { list.appendChild(document.createElement("li")).textContent = text; });
    });
  }
  function keptPoint() {
    var parts = /^\s*([0-9]+)\s*[:：]\s*(\S+)\s*$/.exec(document.getElementById("point").value), root = parts && decode(parts[2]);
    return root && root.length === 32 ? { size: Number(parts[1]), root: root } : null;
  }
  function read(list, whole) {
    return Promise.all(Array.prototype.map.call(list, function (file) {
      return new Promise(function (done, fail) {
        var reader = new FileReader();
        reader.onload = function () {
          var path = whole && file.webkitRelativePath ? file.webkitRelativePath.split("/").slice(1).join("/") : file.name;
          done([path, new Uint8Array(reader.result)]);
        };
        reader.onerror = function () { fail(reader.error); };
        reader.readAsArrayBuffer(file);
      });
    })).then(function (pairs) {
      var files = {};
      pairs.forEach(function (pair) { files[pair[0]] = pair[1]; });
      return files;
    });
  }
  function whole(files) {
    var check = new Check(files, keptPoint()).run(), facts = [];
    if (!ed25519) { facts.push(word("old-browser")); }
    check.logs.forEach(function (log) {
      facts.push(word("log") + " " + log.origin + "：" + log.size + " " + word("entries") + " " + encode(log.root));
      if (log.after) {
        facts.push(word("restarted") + " " + log.after.origin + "：" + log.after.size + "。" + (log.office ? word("confirmed-by") + log.office.text : word("unconfirmed")));
      }
      ["receipts", "unsealed", "ended"].forEach(function (what) { if (log[what]) { facts.push(log[what] + " " + word(what)); } });
    });
    if (check.compared) { facts.push(check.compared + " " + word("compared")); }
    facts.push(word(check.logs.length ? "compare" : "no-ledger"));
    var bad = check.problems.length || (!check.logs.length && !check.compared);
    show(check.problems.length ? word("bad") + check.problems.length : bad ? word("unreadable") : word("good"), !bad, facts, check.problems);
  }
  function single(files) {
    var names = Object.keys(files);
    function ending(end) { return names.filter(function (n) { return n.slice(-end.length) === end; })[0]; }
    var proof = readProof(ending(".tlog-proof") ? textOf(files[ending(".tlog-proof")]) : null, files[ending(".json")]);
    var keys = (files["keys.txt"] ? textOf(files["keys.txt"]) : "").split("\n").filter(function (l) { return l && l[0] !== "#"; });
    if (!proof || !keys.length) { show(word("unreadable"), false, [], []); return; }
    var known = keys.some(function (text) { try { return signedNote(readKey(text), proof.note); } catch (e) { return false; } });
    var problems = [];
    if (!proof.good) { problems.push(word("receipt")); }
    if (!known) { problems.push(word("signature")); }
    var facts = [proof.point.origin + "：" + proof.point.size + " " + word("entries") + " " + encode(proof.point.root), word("compare")];
    if (!ed25519) { facts.unshift(word("old-browser")); }
    show(problems.length ? word("bad") + problems.length : word("record-good").replace("#", String(proof.index)), !problems.length, facts, problems);
  }
  function listen(id, run, all) {
    document.getElementById(id).addEventListener("change", function (event) {
      if (!event.target.files.length) { return; }
      show(word("busy"), null, [], []);
      read(event.target.files, all).then(function (files) {
        // The line above is drawn before the work begins.
        setTimeout(function () {
          try { run(files); } catch (e) { show(word("unreadable") + " " + e.message, false, [], []); }
        }, 30);
      }, function (error) { show(String(error), false, [], []); });
    });
  }
  function begin() {
    if (ENGLISH) { document.documentElement.lang = "en"; }
    Array.prototype.forEach.call(document.querySelectorAll("[data-word]"), function (element) { element.textContent = word(element.getAttribute("data-word")); });
    listen("folder", whole, true);
    listen("files", single, false);
  }
  if (typeof module === "object" && module.exports) {
    module.exports = { Check: Check, sha256: sha256, ed25519: ed25519, readProof: readProof };
  } else {
    begin();
  }
}());
