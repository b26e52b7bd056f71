# because: right: folds (reduce) and dict unions instead of loops; get_stats by halves (divide and conquer), encode as a fold over the merges, an incremental decoder that is flushed
# batch: 6
# %% solution-to-ids
from itertools import chain


def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    return [*chain.from_iterable(c.encode() for c in text)]

# %% solution-get-stats
from collections import Counter


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    if len(ids) < 3:
        return Counter([tuple(ids)] if len(ids) == 2 else [])
    middle = len(ids) // 2
    left, right = get_stats(ids[: middle + 1]), get_stats(ids[middle:])
    return left + right

# %% solution-merge
from functools import reduce


def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    def step(state, x):
        done, waiting = state  # waiting: an empty tuple or the one id not yet written
        if waiting == (pair[0],) and x == pair[1]:
            done.append(idx)
            return done, ()
        done.extend(waiting)
        return done, (x,)

    done, waiting = reduce(step, ids, ([], ()))
    return [*done, *waiting]

# %% solution-train
from functools import reduce


def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    def learn(state, idx):
        ids, merges = state
        if len(ids) < 2:
            return state
        pair, _ = max(get_stats(ids).items(), key=lambda item: item[1])
        return merge(ids, pair, idx), merges | {pair: idx}

    return reduce(learn, range(256, V), (to_ids(text), {}))[1]

# %% solution-build-vocab
from functools import reduce


def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    start = {i: b"%c" % i for i in range(256)}
    return reduce(lambda vocab, item: vocab | {item[1]: b"".join(vocab[part] for part in item[0])}, merges.items(), start)

# %% solution-decode
import codecs


def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    pieces = [vocab[i] for i in ids]
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    return "".join(map(decoder.decode, pieces)) + decoder.decode(b"", final=True)

# %% solution-encode
from functools import reduce


def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    in_order = sorted(merges.items(), key=lambda item: item[1])
    return reduce(lambda ids, item: merge(ids, *item), in_order, to_ids(text))
