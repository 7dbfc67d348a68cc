"""Replays a web archive by pywb, over HTTP on this machine alone, and compares every answer with its file.

In: the WACZ, the folder of the site it was made from, the site's address. Out: addresses whose answer is another one, then
how many of how many. The index that pywb answers from is the one within the WACZ.
"""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile

wacz, site, base = sys.argv[1:]
work = tempfile.mkdtemp(prefix="gongkai-replay-")
collection = os.path.join(work, "collections", "site")
for folder in ("archive", "indexes"):
    os.makedirs(os.path.join(collection, folder))
with zipfile.ZipFile(wacz) as archive:
    for inside, outside in (
        ("archive/data.warc.gz", "archive/data.warc.gz"),
        ("indexes/index.cdx", "indexes/index.cdxj"),
    ):
        with open(os.path.join(collection, outside), "wb") as file:
            file.write(archive.read(inside))
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
log = open(os.path.join(work, "log"), "w+b")
run = "from pywb.apps.cli import wayback; wayback()"
server = subprocess.Popen(
    [sys.executable, "-c", run, "--bind", "127.0.0.1", "--port", str(port), "--directory", work], stdout=log, stderr=log
)


def ask(url):
    """The answer to an address as it was archived, without anything that a replayer adds."""
    with urllib.request.urlopen("http://127.0.0.1:%d/site/id_/%s" % (port, url), timeout=30) as answer:
        return answer.read()


try:
    for _ in range(120):
        try:
            ask(base)
            break
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None:
                break
            time.sleep(0.5)
    addresses = []
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), site).replace(os.sep, "/")
            addresses.append((base + path, path))
            if name == "index.html":
                addresses.append((base + path[: -len("index.html")], path))
    different = 0
    for url, path in sorted(addresses):
        with open(os.path.join(site, path), "rb") as file:
            wanted = file.read()
        try:
            same = ask(url) == wanted
        except (urllib.error.URLError, ConnectionError) as error:
            same = False
            print(url, error)
        if not same:
            different += 1
            print("different:", url)
    print("different", different, "of", len(addresses))
    if different:
        log.seek(0)
        print(log.read()[-3000:].decode("utf-8", "replace"))
    sys.exit(1 if different else 0)
finally:
    server.terminate()
    server.wait()
    log.close()
    shutil.rmtree(work, ignore_errors=True)
