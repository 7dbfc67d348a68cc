"""Asks the verifier that travels with every site.

In: the path of verify.py, a command, and what it needs. Out: answers, one a line.
  roots            questions on standard input, as the other peers answer them
  flips SITE N     turns one bit in each of N places, and names those that are not noticed
"""
import importlib.util
import random
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)

if sys.argv[2] == "roots":
    leaves = []
    for line in sys.stdin:
        what, *rest = line.split()
        if what == "root":
            size = int(rest[0])
            while len(leaves) < size:
                leaves.append(verify.leaf_hash(b"entry %d" % len(leaves)))
            print("root", size, verify.root_of(leaves[:size]).hex())
        elif what == "proof":
            index, size, path = int(rest[0]), int(rest[1]), [bytes.fromhex(h) for h in rest[2:]]
            good = verify.climb(leaves[index], index, size, path) == verify.root_of(leaves[:size])
            print("proof", index, size, "holds" if good else "fails")
else:
    files = verify.read_place(sys.argv[3])
    today = "2026-11-24"
    assert not verify.Check(files, today=today).run().problems, "a good site raises an alarm"
    dice, missed = random.Random(20261123), 0
    names = sorted(name for name in files if files[name])
    for _ in range(int(sys.argv[4])):
        name = dice.choice(names)
        at, bit = dice.randrange(len(files[name])), dice.randrange(8)
        whole = files[name]
        changed = bytearray(whole)
        changed[at] ^= 1 << bit
        files[name] = bytes(changed)
        if not verify.Check(files, today=today).run().problems:
            missed += 1
            print("not noticed:", name, at, bit)
        files[name] = whole
    print("missed", missed)
