# because: right: lists of ids become strings of one symbol per id, merge is re.sub, the pairs come from a regex lookahead; bytes are read from a hex dump
# batch: 6
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    dump = text.encode("utf-8").hex()
    return [int(a + b, 16) for a, b in zip(dump[::2], dump[1::2])]

# %% solution-get-stats
import re


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    line = " ".join(map(str, ids))
    stats = {}
    for hit in re.finditer(r"(?<!\S)(?=(\S+) (\S+))", line):
        pair = int(hit[1]), int(hit[2])
        stats[pair] = 1 + (stats[pair] if pair in stats else 0)
    return stats

# %% solution-merge
import re


def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    symbol, back = {}, {}
    for i in [*ids, *pair, idx]:
        if i not in symbol:
            symbol[i] = chr(0x20000 + len(symbol))
            back[symbol[i]] = i
    line = "".join(symbol[i] for i in ids)
    line = re.sub(symbol[pair[0]] + symbol[pair[1]], symbol[idx], line)
    return [back[s] for s in line]

# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    def rounds(ids):
        for idx in range(256, V):
            stats = get_stats(ids)
            if not stats:
                return
            # sorted is stable: the first of equal counts stays in front
            pair = sorted(stats, key=stats.get, reverse=True)[0]
            yield pair, idx
            ids = merge(ids, pair, idx)

    return dict(rounds(to_ids(text)))

# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    hexes = ["%02x" % i for i in range(256)]
    for p, q in merges:
        hexes.append(hexes[p] + hexes[q])
    return dict(enumerate(map(bytes.fromhex, hexes)))

# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    return str(b"".join(map(vocab.__getitem__, ids)), encoding="utf-8", errors="replace")

# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while found := merges.keys() & get_stats(ids).keys():
        idx, pair = min((merges[pair], pair) for pair in found)
        ids = merge(ids, pair, idx)
    return ids
