# because: one-line expressions with itertools, functools, Counter and operator instead of loops
# batch: 6
# %% solution-split
from operator import itemgetter


def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    return list(map(itemgetter(0), regex.finditer(pattern, text)))

# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    letter, number_char, eol = r"\p{L}", r"\p{N}", r"[\r\n]"
    contraction = "(?i:" + "|".join("'" + ending for ending in "ll ve re m d t s".split()) + ")"
    word = rf"(?:(?!{letter}|{number_char}|{eol})[\s\S])?{letter}+"
    number = number_char + "{1,3}"
    other = rf" ?(?:(?!{letter}|{number_char})\S)+{eol}*"
    lines = rf"\s*{eol}+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])

# %% solution-count
from collections import Counter
from itertools import chain, pairwise


def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    return dict(Counter(chain.from_iterable(map(pairwise, chunks))))

# %% solution-train
from functools import partial
from itertools import takewhile


def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    chunks = [*map(to_ids, split(text, pattern))]
    merges = {}
    for idx in takewhile(lambda _: any(len(c) > 1 for c in chunks), range(256, V)):
        stats = count_pairs(chunks)
        pair = next(iter(sorted(stats, key=stats.get, reverse=True)))  # sorted is stable
        chunks = [*map(partial(merge, pair=pair, idx=idx), chunks)]
        merges |= {pair: idx}
    return merges

# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    return sum((replay(to_ids(chunk), merges) for chunk in split(text, pattern)), start=[])

# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    pattern = "|".join(map(regex.escape, special)) or r"(?!)"  # (?!) never fits
    return [*filter(None, regex.split(f"({pattern})", text))]

# %% solution-encode
from itertools import chain, filterfalse


def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    present = filter(text.__contains__, special)
    if banned := [*filterfalse(allowed.__contains__, present)]:
        raise ValueError(" and ".join(banned) + " may not stand in this text")
    return [*chain.from_iterable(
        (special[piece],) if piece in special else encode_ordinary(piece, merges, pattern)
        for piece in split_special(text, special)
    )]

# %% solution-recover
from functools import reduce


def recover_merges(ranks):
    """ranks {bytes: int} -> merges {(int, int): int}, from the smallest rank to the greatest."""
    learned_tokens = sorted(filter(lambda token: len(token) > 1, ranks), key=ranks.__getitem__)
    start = lambda token: [ranks[token[i : i + 1]] for i in range(len(token))]
    return reduce(lambda done, token: done | {tuple(replay(start(token), done)): ranks[token]}, learned_tokens, {})

# %% solution-shuffle
from operator import itemgetter


def byte_shuffle(ranks):
    """ranks {bytes: int} -> shuffle, a list of 256 int: shuffle[b] is the rank of the byte b."""
    return [*itemgetter(*(bytes((b,)) for b in range(256)))(ranks)]

# %% solution-encode-gpt4
from itertools import chain


def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    return [*chain.from_iterable(
        replay([*map(shuffle.__getitem__, chunk.encode())], merges) for chunk in split(text, pattern)
    )]

# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = sorted(range(256), key=shuffle.__getitem__)  # argsort of a permutation is its inverse
    spelled = lambda i: names_of[i].encode() if i in names_of else bytes(map(unshuffle.__getitem__, vocab[i]))
    return b"".join(map(spelled, ids)).decode("utf-8", "replace")
