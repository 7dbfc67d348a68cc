"""Answers questions about a log with the package tlog-scales, which reads nothing but the tiles on the disk.

In: the folder of the log; questions, one a line, on standard input. Out: answers, one a line. A root is not asked of
it: it checks the proof of the last entry against the root that the question carries.
"""
import sys
from pathlib import Path

from tlog_scales import tiles
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader

backend = LocalBackend(Path(sys.argv[1]))
for line in sys.stdin:
    what, *rest = line.split()
    reader = TilesReader(backend)
    if what == "root":
        size, root = int(rest[0]), bytes.fromhex(rest[1])
        reader.size = size
        if size:
            entry = reader.get_entry(size - 1)
            assert entry == b"entry %d" % (size - 1), entry
            reader.get_inclusion_proof(size - 1, size).check(tiles.leaf_hash(entry), root)
            root = reader.calculate_root_hash()
        print("root", size, root.hex())
        continue
    a, b = int(rest[0]), int(rest[1])
    reader.size = b
    proof = reader.get_inclusion_proof(a, b) if what == "proof" else reader.get_consistency_proof(a, b)
    print(what, a, b, *[h.hex() for h in proof.node_hashes])
