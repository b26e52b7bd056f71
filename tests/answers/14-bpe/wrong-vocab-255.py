# fails: build_vocab, abracadabra
# because: range(255) leaves out the byte 255; there are 256 bytes.
# batch: 2
# told: true author the byte 255 forgotten
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    table = {}
    for b in range(0, 255):
        table[b] = b.to_bytes(1, "big")
    for (left, right), new in merges.items():
        table[new] = table[left] + table[right]
    return table
