# fails: bigram_counts
# because: The names are put into a set first, so a name that stands in the list twice counts once.
# batch: 2
# told: true author counts: each name once
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in set(words):
        tokens = [alphabet.index(c) for c in word if c in alphabet and c != "."]
        if tokens:
            for i, j in zip([0] + tokens, tokens + [0]):
                N[i, j] += 1
    return N
