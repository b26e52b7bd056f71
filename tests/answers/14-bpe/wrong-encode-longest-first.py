# because: The student always takes the longest token that fits at the current place; encoding has to replay the merges, the earliest learned first.
# fails: encode, which merge first
# batch: 1
# told: true author longest token first
# %% solution-encode
def encode(text, merges):
    vocab = build_vocab(merges)
    lookup = {}
    for i, b in vocab.items():
        lookup.setdefault(b, i)
    data = text.encode("utf-8")
    ids, pos = [], 0
    while pos < len(data):
        end = len(data)
        while data[pos:end] not in lookup:
            end -= 1
        ids.append(lookup[data[pos:end]])
        pos = end
    return ids
