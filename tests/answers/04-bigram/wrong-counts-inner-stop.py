# fails: *
# because: Characters are kept if they are in stoi, and the full stop is in there: a full stop inside a word (j.r) counts as an end; it must be left out.
# batch: 2
# told: true author counts: a full stop inside a word
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        clean = [c for c in word if c in stoi]
        if len(clean) == 0:
            continue
        chs = ["."] + clean + ["."]
        for ch1, ch2 in zip(chs, chs[1:]):
            N[stoi[ch1], stoi[ch2]] += 1
    return N
