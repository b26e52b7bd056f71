# because: The student drops invalid bytes with errors="ignore"; each must leave a replacement character, which errors="replace" writes.
# fails: decode, invalid UTF-8
# batch: 1
# told: true author invalid bytes dropped
# %% solution-decode
def decode(ids, merges):
    table = build_vocab(merges)
    buffer = bytearray()
    for token in ids:
        buffer.extend(table[token])
    return buffer.decode("utf-8", errors="ignore")
