# fails: *
# because: The vocabulary is built on the first call and kept, so later calls with other merges use the old one.
# batch: 2
# told: true author a vocabulary kept from an earlier call
# %% solution-decode
_vocab = None


def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    global _vocab
    if _vocab is None or len(_vocab) != 256 + len(merges):
        _vocab = build_vocab(merges)  # slow, so only once
    return b"".join(map(_vocab.__getitem__, ids)).decode("utf-8", errors="replace")
