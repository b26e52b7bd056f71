# because: itertools, reduce and Counter; a pattern put together from parts
# batch: 2
# %% solution-split
def split(text, pattern):
    return [text[a:b] for a, b in (m.span() for m in regex.compile(pattern).finditer(text))]
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'[sStTdDmM]|'[rR][eE]|'[vV][eE]|'[lL][lL]"
    word = r"(?:[^\p{L}\p{N}\r\n]\p{L}|\p{L})\p{L}*"
    number = r"\p{N}(?:\p{N}\p{N}?)?"
    other = r" ?[^\s\p{L}\p{N}]+[\n\r]*"
    lines = r"\s*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
# %% solution-count
from collections import Counter
from itertools import chain, pairwise


def count_pairs(chunks):
    return dict(Counter(chain.from_iterable(map(pairwise, chunks))))
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    return sum((replay(to_ids(c), merges) for c in split(text, pattern)), [])
# %% solution-recover
def recover_merges(ranks):
    from functools import reduce

    def learn_one(merges, token):
        pair = tuple(replay([ranks[token[k : k + 1]] for k in range(len(token))], merges))
        return merges | {pair: ranks[token]}

    return reduce(learn_one, sorted((t for t in ranks if len(t) > 1), key=ranks.__getitem__), {})
# %% solution-shuffle
def byte_shuffle(ranks):
    from operator import itemgetter

    return list(itemgetter(*(bytes((b,)) for b in range(256)))(ranks))
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    turn = bytes(dict(zip(shuffle, range(256)))[x] for x in range(256))
    words = {i: b.translate(turn) for i, b in build_vocab(merges).items()}
    words |= {i: name.encode() for name, i in special.items()}
    return str(b"".join(map(words.get, ids)), "utf-8", errors="replace")
