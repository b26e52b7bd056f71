# because: only one full stop in front of the name, as for bigrams: the triple (., ., first letter) is missing
# batch: 6
# told: true author trigrams: one stop in front
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    for w in words:
        chs = ["."] + list(w) + ["."]
        for ch1, ch2, ch3 in zip(chs, chs[1:], chs[2:]):
            N[stoi[ch1], stoi[ch2], stoi[ch3]] += 1
    return N
