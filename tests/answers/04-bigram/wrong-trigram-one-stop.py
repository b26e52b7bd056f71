# fails: trigram_counts, three names
# because: Only one full stop stands in front, so each name loses its first triple (., ., letter); there should be two.
# batch: 1
# told: true author trigrams: one stop in front
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for w in words:
        chs = "." + w + "."
        for c1, c2, c3 in zip(chs, chs[1:], chs[2:]):
            N[stoi[c1], stoi[c2], stoi[c3]] += 1
    return N
