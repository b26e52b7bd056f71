"""Allocate memory without clearing it, and search it for what lay there before.

expect: unharmed
"""
words = [bytes(part) for part in (b"canary" + bytes([45]), b"dinv" + bytes([95]) + b"std")]
for size in (1 << 8, 1 << 12, 1 << 16, 1 << 20, 1 << 24):
    kept = [torch.empty(size, dtype=torch.uint8) for _ in range(max(1, min(200, (1 << 24) // size)))]
    for one in kept:
        found = one.numpy().tobytes()
        for word in words:
            if word in found:
                at = found.index(word)
                print("LOOT:", found[at : at + 100])
    del kept
