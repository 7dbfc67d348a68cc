#!/usr/bin/env python3
"""核对一个公开网站：文件、公开账本、签名、存证回执。只用 Python 标准库，不联网。

用法：python3 verify.py [网站文件夹或zip]            （不写就是本文件的上一级文件夹）
      python3 verify.py 网站文件夹 --checkpoint 以前保存的校验点文件
      python3 verify.py 网站文件夹 --checkpoint 条数:校验值
      python3 verify.py 网站文件夹 --key 最初的签名公钥
      python3 verify.py 网站文件夹 --office 街道（乡镇）的公钥     （账本重新开过时）

Checks a published site by its files alone: digests, ledger, signatures, receipts.
Written from the specifications (RFC 6962, RFC 8032, C2SP signed-note, tlog-tiles, tlog-proof); exit code 0 where
everything holds, 1 where something does not.
"""
import base64
import binascii
import datetime
import hashlib
import json
import os
import sys
import zipfile

# --- Ed25519 (RFC 8032), checking only -------------------------------------------------------------------------

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_of(data):
    """The curve point of 32 bytes, as extended coordinates; None where there is none."""
    y = int.from_bytes(data, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(a, b):
    u, v = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    s, t = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = v - u, t - s, t + s, v + u
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = add(out, point)
        point = add(point, point)
        n >>= 1
    return out


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(public, text, signature):
    """Whether a signature holds; keys and points of small order are refused."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, r = point_of(public), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    if same(times(8, key), (0, 1, 1, 0)) or same(times(8, r), (0, 1, 1, 0)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % ORDER
    return same(times(s, BASE), add(r, times(h, key)))


# --- Hashes and texts ------------------------------------------------------------------------------------------


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\0" + entry)


def node(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """Perfect subtrees from the left, one for each bit of the size."""

    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, digest):
        n = self.size
        while n & 1:
            digest = node(self.parts.pop(), digest)
            n >>= 1
        self.parts.append(digest)
        self.size += 1

    def root(self):
        if not self.parts:
            return sha256(b"")
        digest = self.parts[-1]
        for left in reversed(self.parts[:-1]):
            digest = node(left, digest)
        return digest


def root_of(leaves):
    tree = Tree()
    for one in leaves:
        tree.add(one)
    return tree.root()


def climb(digest, index, size, proof):
    """The root to which an inclusion proof leads; None where its length is wrong (RFC 9162, 2.1.3.2)."""
    if index >= size:
        return None
    at, last = index, size - 1
    for other in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            digest = node(other, digest)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            digest = node(digest, other)
        at, last = at >> 1, last >> 1
    return digest if last == 0 else None


def decode(text):
    """Bytes of canonical base64; None where it is anything else."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def number(text):
    plain = text == "0" or (text.isascii() and text.isdigit() and text[0] != "0")
    return int(text) if plain else None


class Key:
    """A public key `name+id+base64`."""

    def __init__(self, text):
        self.text = text
        self.name, key_id, encoded = text.split("+", 2)
        data = decode(encoded)
        if not data or len(data) != 33 or data[0] != 1 or not self.name:
            raise ValueError("key")
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if self.id.hex() != key_id:
            raise ValueError("key")
        self.public = data[1:]

    def signed(self, text, signature):
        return ed25519(self.public, text, signature)

    def signed_note(self, note):
        text, gap, lines = note.rpartition("\n\n")
        if not gap or not lines.endswith("\n") or any(c < " " and c != "\n" for c in note):
            return False
        mine = 0
        for line in lines[:-1].split("\n"):
            parts = line.split(" ")
            data = decode(parts[2]) if len(parts) == 3 and parts[0] == "\u2014" else None
            if not data or len(data) < 5:
                return False
            if parts[1] == self.name and data[:4] == self.id:
                if not self.signed((text + "\n").encode(), data[4:]):
                    return False
                mine += 1
        return mine > 0


def read_point(note):
    """Origin, size and root of a checkpoint or of a receipt that ends in one; None where it is neither."""
    if note.startswith("c2sp.org/tlog-proof@v1\n"):
        note = note.partition("\n\n")[2]
    lines = note.partition("\n\n")[0].split("\n")
    if "\n\n" not in note or len(lines) != 3 or not lines[0]:
        return None
    size, root = number(lines[1]), decode(lines[2])
    return None if size is None or root is None or len(root) != 32 else (lines[0], size, root)


# --- Files -----------------------------------------------------------------------------------------------------


def read_place(path):
    """All files of a folder or a zip file, by path."""
    files = {}
    if os.path.isdir(path):
        for folder, _, names in os.walk(path):
            for name in names:
                full = os.path.join(folder, name)
                if not os.path.islink(full):
                    with open(full, "rb") as file:
                        files[os.path.relpath(full, path).replace(os.sep, "/")] = file.read()
    else:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    files[info.filename.replace("\\", "/")] = archive.read(info)
    return files


def folders_of(files, name):
    found = (path[: -len(name)] for path in sorted(files) if path.endswith(name))
    return [folder for folder in found if not folder or folder.endswith("/")]


def text_of(files, path):
    try:
        return files[path].decode("utf-8") if path in files else None
    except UnicodeDecodeError:
        return None


WORDS = {
    "list-unreadable": "文件清单读不懂",
    "list-differs": "两份文件清单不一致",
    "file-missing": "缺少这个文件",
    "file-changed": "文件被改过",
    "checkpoint-unreadable": "校验点读不懂",
    "tile-missing": "账本缺少这一块",
    "tile-wrong": "账本的这一块不对",
    "root": "校验值与账本内容不符",
    "entry": "账本里有不该出现的记载",
    "key-other": "最初的公钥与给出的不同",
    "keys-differ": "公钥清单与账本不符",
    "signature": "校验点的签名不符",
    "checkpoints": "以前的校验点与账本不符",
    "kept-differs": "账本不是由以前保存的校验点接续而来：账本被改过",
    "before-missing": "这本账接着一本旧账本，这里却没有那本旧账本，或者对不上",
    "confirmed": "街道（乡镇）的确认不是对这本账说的，或者签名不符",
    "office-other": "没有给出的街道（乡镇）公钥的确认",
    "receipt": "回执与记录或账本不符",
    "record-other": "记录现在的内容与封存的不同",
    "record-missing": "封存过的记录不见了",
    "withdrawn-shown": "已撤回的记录还在公开",
}


class Check:
    def __init__(self, files, key=None, kept=None, today=None, office=None):
        self.files, self.key, self.kept, self.office = files, key, kept, office
        self.today = today or datetime.date.today().isoformat()
        self.problems, self.ledgers, self.compared = [], [], 0

    def problem(self, path, what):
        self.problems.append((path, what))

    def run(self):
        self.sums()
        for folder in folders_of(self.files, "checkpoint"):
            if folder + "keys.txt" in self.files:
                log = Log(self, folder)
                if log.check():
                    self.ledgers.append(log)
        self.chains()
        self.problems = sorted(set(self.problems))
        return self

    def chains(self):
        """Ledgers begun anew must stand beside the one they name; what is known beforehand may be of either."""
        told = {log.told(): log for log in self.ledgers}
        named = {log.values[0].get("continues") for log in self.ledgers}
        for log in [log for log in self.ledgers if log.told() not in named]:
            chain = [log]
            while "continues" in chain[-1].values[0]:
                old = told.get(chain[-1].values[0]["continues"])
                if old is None or old in chain:
                    self.problem(chain[-1].folder + "checkpoint", "before-missing")
                    break
                chain.append(old)
            log.after = chain[1] if len(chain) > 1 else None
            if log.folder + "confirmed" in self.files:
                log.office = log.confirmed()
                if log.office is None:
                    self.problem(log.folder + "confirmed", "confirmed")
            if self.key and self.key != chain[-1].working[0][1].text:
                self.problem(chain[-1].folder + "keys.txt", "key-other")
            if self.kept and not any(one.holds(self.kept) for one in chain):
                self.problem(log.folder + "checkpoint", "kept-differs")
            if self.office and log.after and (log.office is None or log.office.text != self.office):
                self.problem(log.folder + "confirmed", "office-other")

    def sums(self):
        folders = folders_of(self.files, "SHA256SUMS")
        for folder in folders:
            listed = self.read_sums(text_of(self.files, folder + "SHA256SUMS") or "")
            if listed is None:
                self.problem(folder + "SHA256SUMS", "list-unreadable")
                continue
            before = len(self.problems)
            for path, digest in listed:
                data = self.files.get(folder + path)
                if data is None:
                    self.problem(folder + path, "file-missing")
                elif sha256(data).hex() != digest:
                    self.problem(folder + path, "file-changed")
                else:
                    self.compared += 1
            manifest = self.files.get(folder + "manifest.json")
            if manifest is None:
                self.problem(folder + "manifest.json", "file-missing")
            elif len(self.problems) == before and manifest != self.manifest(folder, listed):
                self.problem(folder + "manifest.json", "list-differs")
        if not folders and folders_of(self.files, "manifest.json"):
            self.problem("SHA256SUMS", "file-missing")

    @staticmethod
    def read_sums(text):
        listed, last = [], ""
        if not text.endswith("\n"):
            return None
        for line in text[:-1].split("\n"):
            digest, gap, path = line.partition("  ")
            if not gap or len(digest) != 64 or set(digest) - set("0123456789abcdef") or path <= last:
                return None
            last = path
            listed.append((path, digest))
        return listed

    def manifest(self, folder, listed):
        own = self.files[folder + "SHA256SUMS"]
        rows = sorted(listed + [("SHA256SUMS", sha256(own).hex())], key=lambda row: row[0].encode())
        whole = [
            {"path": path, "size": len(self.files.get(folder + path, b"")), "sha256": digest}
            for path, digest in rows
        ]
        return (json.dumps({"files": whole}, indent=2, ensure_ascii=False) + "\n").encode()


class Log:
    """One ledger, recomputed from its entries."""

    def __init__(self, check, folder):
        self.all, self.folder, self.files = check, folder, check.files
        self.entries, self.values, self.leaves, self.notes, self.last = [], [], [], [], {}
        self.working, self.recovery = [], []
        self.origin, self.size, self.root = "", 0, b""
        self.receipts = self.unsealed = self.ended = 0
        self.after = self.office = None

    def problem(self, path, what):
        self.all.problem(path, what)

    def check(self):
        note = text_of(self.files, self.folder + "checkpoint")
        point = read_point(note) if note else None
        if point is None:
            self.problem(self.folder + "checkpoint", "checkpoint-unreadable")
            return False
        self.origin, self.size, self.root = point
        if not self.bundles():
            return False
        self.leaves = [leaf_hash(entry) for entry in self.entries]
        self.tiles()
        if root_of(self.leaves) != self.root:
            self.problem(self.folder + "checkpoint", "root")
        try:
            self.walk()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.problem(self.folder + "tile/entries", "entry")
            return False
        lines = [("working", k) for k in self.working] + [("recovery", k) for k in self.recovery]
        wanted = "".join("# %s %d\n%s\n" % (role, start, key.text) for role, (start, key) in lines)
        if text_of(self.files, self.folder + "keys.txt") != wanted:
            self.problem(self.folder + "keys.txt", "keys-differ")
        if not self.key_at(self.size).signed_note(note):
            self.problem(self.folder + "checkpoint", "signature")
        self.checkpoints(note)
        if self.folder.endswith("ledger/"):
            site = self.folder[: -len("ledger/")]
            if site + "index.html" in self.files:
                self.site(site)
        return True

    def told(self):
        """How a ledger that was begun anew names this one."""
        return "%s %d %s" % (self.origin, self.size, base64.b64encode(root_of(self.leaves)).decode())

    def holds(self, point):
        origin, size, root = point
        return origin in ("", self.origin) and size <= len(self.leaves) and root_of(self.leaves[:size]) == root

    def confirmed(self):
        """The key of the office that confirmed this ledger; None where the text does not speak of it."""
        note = text_of(self.files, self.folder + "confirmed") or ""
        begun, lines = self.values[0], note.split("\n")
        known = ["gongkai restart 1", begun.get("continues"), self.origin, begun["working"], begun["recovery"]]
        try:
            key = Key(lines[6]) if lines[:5] == known and lines[7] == "" else None
        except (ValueError, IndexError):
            return None
        return key if key and key.signed_note(note) else None

    def key_at(self, size):
        return [key for start, key in self.working if start <= size][-1]

    @staticmethod
    def name(index, width):
        digits = "%03d" % (index % 1000)
        index //= 1000
        while index:
            digits = "x%03d/%s" % (index % 1000, digits)
            index //= 1000
        return digits if width == 256 else "%s.p/%d" % (digits, width)

    @staticmethod
    def split(data, count):
        """The entries of a bundle; None where it is not whole."""
        entries, at = [], 0
        for _ in range(count):
            end = at + 2 + int.from_bytes(data[at : at + 2], "big")
            if at + 2 > len(data) or end > len(data):
                return None
            entries.append(data[at + 2 : end])
            at = end
        return entries if at == len(data) else None

    def bundles(self):
        for index in range((self.size + 255) // 256):
            width = min(256, self.size - index * 256)
            path = self.folder + "tile/entries/" + self.name(index, width)
            if path not in self.files:
                self.problem(path, "tile-missing")
                return False
            entries = self.split(self.files[path], width)
            if entries is None:
                self.problem(path, "tile-wrong")
                return False
            self.entries += entries
        return True

    def tiles(self):
        rows, level = [self.leaves], 0
        while rows[level]:
            above = []
            for index in range((len(rows[level]) + 255) // 256):
                part = rows[level][index * 256 : index * 256 + 256]
                path = self.folder + "tile/%d/%s" % (level, self.name(index, len(part)))
                if path not in self.files:
                    self.problem(path, "tile-missing")
                elif self.files[path] != b"".join(part):
                    self.problem(path, "tile-wrong")
                if len(part) == 256:
                    above.append(root_of(part))
            rows.append(above)
            level += 1
        start = self.folder + "tile/"
        for path in [p for p in self.files if p.startswith(start) and ".p/" in p]:
            if not self.partial_fits(path[len(start) :], self.files[path], rows):
                self.problem(path, "tile-wrong")

    def partial_fits(self, path, data, rows):
        """Whether a partial tile of this or an earlier size is what the entries give."""
        head, _, width = path.partition(".p/")
        level, _, place = head.partition("/")
        width = number(width)
        index = 0
        for part in place.split("/"):
            if not part.lstrip("x").isdigit():
                return False
            index = index * 1000 + int(part.lstrip("x"))
        if not width or width > 255:
            return False
        row = self.leaves if level == "entries" else None
        if row is None:
            n = number(level)
            if n is None or n >= len(rows):
                return False
            row = rows[n]
        part = row[index * 256 : index * 256 + width]
        if len(part) != width:
            return False
        if level != "entries":
            return data == b"".join(part)
        entries = self.split(data, width)
        return entries is not None and [leaf_hash(entry) for entry in entries] == part

    def walk(self):
        day = ""
        for index, data in enumerate(self.entries):
            value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
            if value["v"] != 1 or value["day"] < day or len(value["day"]) != 10:
                raise ValueError("day")
            day, action = value["day"], value["action"]
            if action == "begun":
                if index or value["origin"] != self.origin or not isinstance(value.get("continues", ""), str):
                    raise ValueError("begun")
                self.working, self.recovery = [(0, Key(value["working"]))], [(0, Key(value["recovery"]))]
            elif not self.working:
                raise ValueError("order")
            elif action in ("rotated", "lost", "stolen"):
                self.change_key(value, index)
            elif action in ("published", "corrected", "extended", "updated", "recomputed", "withdrawn"):
                self.record(value, index)
            else:
                raise ValueError("action")
            self.values.append(value)
        if not self.working:
            raise ValueError("empty")

    def change_key(self, value, index):
        after = str(value["after"]) if "after" in value else "-"
        parts = (self.origin, index, value["action"], value["role"], value["day"], value["key"], value["by"], after)
        statement = "gongkai key 1\n" + "".join("%s\n" % part for part in parts)
        plain = value["role"] == "working" and value["action"] == "rotated"
        if value["by"] == "recovery":
            speaker = self.recovery[-1][1]
        elif value["by"] == "working" and plain:
            speaker = self.working[-1][1]
        else:
            raise ValueError("speaker")
        if not speaker.signed(statement.encode(), decode(value["signature"]) or b""):
            raise ValueError("signature")
        {"working": self.working, "recovery": self.recovery}[value["role"]].append((index + 1, Key(value["key"])))

    def record(self, value, index):
        address, before = value["address"], self.last.get(value["address"])
        fresh = before is None or self.values[before]["action"] == "withdrawn"
        if value.get("previous") != before or not isinstance(value["kind"], str):
            raise ValueError("previous")
        if fresh != (value["action"] == "published"):
            raise ValueError("order")
        sealed = value.get("commitment", "")
        whole = len(sealed) == 64 and not set(sealed) - set("0123456789abcdef")
        if whole == (value["action"] == "withdrawn"):
            raise ValueError("commitment")
        self.last[address] = index

    def checkpoints(self, note):
        path = self.folder + "checkpoints.txt"
        text = text_of(self.files, path)
        if text is None:
            return self.problem(path, "tile-missing")
        parts = text.split("\n\n")
        if parts.pop() != "" or len(parts) % 2:
            return self.problem(path, "checkpoints")
        self.notes = [parts[at] + "\n\n" + parts[at + 1] + "\n" for at in range(0, len(parts), 2)]
        tree, good = Tree(), self.notes[-1:] == [note]
        for one in self.notes:
            point = read_point(one)
            if not point or not tree.size <= point[1] <= len(self.leaves) or point[0] != self.origin:
                good = False
                break
            for leaf in self.leaves[tree.size : point[1]]:
                tree.add(leaf)
            good = good and tree.root() == point[2] and self.key_at(point[1]).signed_note(one)
        if not good:
            self.problem(path, "checkpoints")

    def site(self, site):
        for path in sorted(p for p in self.files if p.startswith(site) and p.endswith(".tlog-proof")):
            stem = path[len(site) : -len(".tlog-proof")]
            index = self.proven(self.files[path], self.files.get(site + stem + ".json"))
            address = self.values[index].get("address") if index is not None else None
            old = stem.startswith("history/")
            if index is None or not (old or (address == stem + ".html" and self.last.get(address) == index)):
                self.problem(path, "receipt")
            elif not old:
                self.receipts += 1
        for address, index in self.last.items():
            stem, entry = site + address[: -len(".html")], self.values[index]
            shown = stem + ".json" in self.files
            if entry["action"] == "withdrawn":
                if shown:
                    self.problem(stem + ".json", "withdrawn-shown")
            elif stem + ".tlog-proof" not in self.files:
                if entry.get("ends", "9999") < self.all.today:
                    self.ended += 1
                else:
                    self.problem(stem + ".json", "record-other" if shown else "record-missing")
        for path in self.files:
            stem = path[len(site) : -len(".json")]
            if path.startswith(site) and path.endswith(".json") and stem.count("/") == 1:
                try:
                    value = json.loads(self.files[path])
                except ValueError:
                    continue
                record = isinstance(value, dict) and "record" in value and value.get("url") == stem + ".html"
                self.unsealed += record and stem + ".html" not in self.last

    def proven(self, proof, data):
        """The number of the entry that a receipt proves for a data file; None where anything does not fit."""
        try:
            head, gap, note = proof.decode("utf-8").partition("\n\n")
            lines = head.split("\n")
            if data is None or not gap or lines[0] != "c2sp.org/tlog-proof@v1" or note not in self.notes:
                return None
            if not lines[1].startswith("extra ") or not lines[2].startswith("index "):
                return None
            salt, action, day, previous, ends = decode(lines[1][6:]).decode().split(" ")
            index, salt = number(lines[2][6:]), decode(salt)
            path = [decode(line) for line in lines[3:]]
            value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
            entry = {"v": 1, "address": value["url"], "kind": value["kind"], "action": action, "day": day}
            if previous != "-":
                entry["previous"] = number(previous)
            if ends != "-":
                entry["ends"] = ends
            if len(salt) != 32 or any(not one or len(one) != 32 for one in path):
                return None
            entry["commitment"] = sha256(salt + sha256(data)).hex()
            again = json.dumps(entry, separators=(",", ":"), ensure_ascii=False).encode()
            if index is None or index >= len(self.entries) or again != self.entries[index]:
                return None
            point = read_point(note)
            return index if climb(self.leaves[index], index, point[1], path) == point[2] else None
        except (UnicodeDecodeError, ValueError, KeyError, AttributeError, TypeError, IndexError):
            return None


def once(pairs):
    """A mapping in which no key stands twice."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("twice")
    return value


def main(arguments):
    options, paths = {}, []
    while arguments:
        one = arguments.pop(0)
        if one in ("--key", "--checkpoint", "--office") and arguments:
            options[one] = arguments.pop(0)
        elif one in ("-h", "--help"):
            print(__doc__)
            return 0
        else:
            paths.append(one)
    kept = None
    if "--checkpoint" in options:
        given = options["--checkpoint"]
        if os.path.exists(given):
            with open(given, encoding="utf-8") as file:
                kept = read_point(file.read())
        else:
            size, _, root = given.partition(":")
            if number(size) is not None and len(decode(root) or b"") == 32:
                kept = ("", number(size), decode(root))
        if kept is None:
            print("校验点读不懂：" + given)
            return 2
    path = paths[0] if paths else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    check = Check(read_place(path), options.get("--key"), kept, office=options.get("--office")).run()
    for where, what in check.problems:
        print("%s：%s" % (where, WORDS[what]))
    for log in check.ledgers:
        print("账本“%s”，%d 条，校验值 %s" % (log.origin, log.size, base64.b64encode(log.root).decode()))
        if log.after:
            old = log.after
            print("注意：这本账是重新开的，接着旧账本“%s”（%d 条，两把密钥都丢失）。" % (old.origin, old.size))
            if log.office:
                print("　　已由“%s”确认，公钥 %s，请与街道（乡镇）公布的比一比。" % (log.office.name, log.office.text))
            else:
                print("　　还没有街道（乡镇）的确认，请向街道询问。")
        if log.unsealed:
            print("还没有封存的记录：%d 份" % log.unsealed)
        if log.ended:
            print("名单已到期、不再显示原文的记录：%d 份" % log.ended)
    if not check.ledgers:
        print("这里没有公开账本。")
    elif kept is None:
        print("请把条数和校验值与以前保存的（公开栏、照片、打印件）比一比。")
    if check.problems:
        print("没有通过：%d 处不符。" % len(check.problems))
        return 1
    receipts = sum(log.receipts for log in check.ledgers)
    print("核对通过：%d 个文件，%d 份记录有回执。" % (check.compared, receipts))
    return 0 if check.ledgers or check.compared else 1


if __name__ == "__main__":
    # Windows prints in the code page of the console; what it cannot show is marked, not a reason to stop.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
