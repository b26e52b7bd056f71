# because: The student goes through the characters of the decoded token; a token consists of bytes and may be a part of a character, so it has to be taken byte by byte.
# batch: 1
# told: true author characters for bytes
# %% solution-recover
def recover_merges(ranks):
    merges = {}
    by_rank = sorted(((r, t) for t, r in ranks.items()))
    for rank, token in by_rank:
        if len(token) < 2:
            continue
        start = [ranks[ch.encode()] for ch in token.decode("utf-8", errors="ignore")]
        pair = replay(start, merges)
        merges[tuple(pair)] = rank
    return merges
