# because: joins the parts as text (decode with errors='replace', then encode), so merged tokens that are only part of a character turn into the bytes of the replacement character
# batch: 6
# told: true author the parts joined as text
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: bytes([i]) for i in range(256)}
    for (p, q), idx in merges.items():
        left = vocab[p].decode("utf-8", errors="replace")
        right = vocab[q].decode("utf-8", errors="replace")
        vocab[idx] = (left + right).encode("utf-8")
    return vocab
