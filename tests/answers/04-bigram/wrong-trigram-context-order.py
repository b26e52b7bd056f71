# fails: trigram_counts, three names
# because: The two letters of the context are stored in the wrong order (the nearer one first); N[a, b, c] has the older one first.
# batch: 2
# told: true author trigrams: context the wrong way round
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for word in words:
        older = nearer = 0
        for token in [stoi[ch] for ch in word] + [0]:
            N[nearer, older, token] += 1
            older, nearer = nearer, token
    return N
