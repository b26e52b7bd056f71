# fails: *
# because: The dictionary stands outside the function and keeps the merges of earlier calls; each call needs a new one.
# batch: 2
# told: true author the entries of earlier merges
# %% solution-build-vocab
_table = {i: bytes([i]) for i in range(256)}


def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    for (p, q), idx in merges.items():
        _table[idx] = _table[p] + _table[q]
    return _table
