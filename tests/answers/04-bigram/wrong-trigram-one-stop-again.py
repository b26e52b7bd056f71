# fails: trigram_counts, three names
# because: Only one full stop is put in front, so the first letter is never predicted; two stand in front of a name.
# batch: 2
# told: true author trigrams: one stop in front
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for w in words:
        chs = ["."] + list(w) + ["."]
        for c1, c2, c3 in zip(chs, chs[1:], chs[2:]):
            N[stoi[c1], stoi[c2], stoi[c3]] += 1
    return N
