# fails: *
# because: The student keeps every character that stoi knows, and stoi knows the full stop too: in `j.r` it then counts as end and beginning, where it should be left out.
# batch: 1
# told: true author counts: a full stop inside a word
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        kept = [stoi[c] for c in word if c in stoi]
        if not kept:
            continue
        before = 0
        for ix in kept + [0]:
            N[before, ix] += 1
            before = ix
    return N
