# fails: bigram_counts, three names
# because: Row and column are exchanged: the row is the token that is there, the column the one that follows.
# batch: 2
# told: true author counts: transposed
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for w in words:
        ids = [stoi[c] for c in w if c in alphabet[1:]]
        if not ids:
            continue
        ids = [0] + ids + [0]
        for i in range(1, len(ids)):
            N[ids[i], ids[i - 1]] += 1
    return N
