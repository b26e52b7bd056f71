# fails: *
# because: The first two triples are written out with word[0] and word[1], so a name of one letter raises an IndexError; its triples are (., ., x) and (., x, .).
# batch: 1
# told: true author trigrams: needs two letters
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for word in words:
        t = [stoi[c] for c in word]
        N[0, 0, t[0]] += 1
        N[0, t[0], t[1]] += 1
        for i in range(len(t) - 2):
            N[t[i], t[i + 1], t[i + 2]] += 1
        N[t[-2], t[-1], 0] += 1
    return N
