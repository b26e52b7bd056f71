# because: filters with `c in stoi`, which lets a full stop inside a word through: 'j.r' counts as two names, and '.' alone is a word
# batch: 6
# told: true author counts: a full stop inside a word
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    for w in words:
        letters = [c for c in w if c in stoi]
        if not letters: continue
        chs = ["."] + letters + ["."]
        for ch1, ch2 in zip(chs, chs[1:]):
            ix1 = stoi[ch1]
            ix2 = stoi[ch2]
            N[ix1, ix2] += 1
    return N
