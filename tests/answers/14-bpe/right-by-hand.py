# because: unusual: UTF-8 written out with shifts, a linked list for merge, decode byte by byte with an incremental decoder, encode merges one place at a time
# batch: 1
# %% solution-to-ids
def to_ids(text):
    ids = []
    for point in map(ord, text):
        if point < 0x80:
            ids.append(point)
        elif point < 0x800:
            ids += [0xC0 | point >> 6, 0x80 | point & 63]
        elif point < 0x10000:
            ids += [0xE0 | point >> 12, 0x80 | point >> 6 & 63, 0x80 | point & 63]
        else:
            ids += [0xF0 | point >> 18, 0x80 | point >> 12 & 63, 0x80 | point >> 6 & 63, 0x80 | point & 63]
    return ids
# %% solution-get-stats
def get_stats(ids):
    counts = {}
    for right in range(1, len(ids)):
        try:
            counts[ids[right - 1], ids[right]] += 1
        except KeyError:
            counts[ids[right - 1], ids[right]] = 1
    return counts
# %% solution-merge
def merge(ids, pair, idx):
    class Node:
        def __init__(self, value, after):
            self.value, self.after = value, after

    head = None
    for value in reversed(ids):
        head = Node(value, head)
    node = head
    while node is not None:
        if node.after is not None and (node.value, node.after.value) == tuple(pair):
            node.value, node.after = idx, node.after.after
        node = node.after
    out, node = [], head
    while node is not None:
        out.append(node.value)
        node = node.after
    return out
# %% solution-train
def train(text, V):
    ids, merges = to_ids(text), {}
    while 256 + len(merges) < V and len(ids) > 1:
        best, most = None, 0
        for pair, n in get_stats(ids).items():
            if n > most:
                best, most = pair, n
        merges[best] = 256 + len(merges)
        ids = merge(ids, best, merges[best])
    return merges
# %% solution-build-vocab
def build_vocab(merges):
    vocab = dict(zip(range(256), (bytes((i,)) for i in range(256))))
    waiting = dict(merges)
    while waiting:  # whatever has both parts is built, until nothing waits
        ready = [pair for pair in waiting if pair[0] in vocab and pair[1] in vocab]
        for pair in ready:
            vocab[waiting.pop(pair)] = b"%b%b" % (vocab[pair[0]], vocab[pair[1]])
    return vocab
# %% solution-decode
def decode(ids, merges):
    import codecs

    vocab = build_vocab(merges)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    return "".join(decoder.decode(vocab[i]) for i in ids) + decoder.decode(b"", True)
# %% solution-encode
def encode(text, merges):
    ids = to_ids(text)
    while True:
        # the place of the earliest rule, and of those the leftmost place
        places = [(merges[a, b], k) for k, (a, b) in enumerate(zip(ids, ids[1:])) if (a, b) in merges]
        if not places:
            return ids
        idx, k = min(places)
        ids[k : k + 2] = [idx]
