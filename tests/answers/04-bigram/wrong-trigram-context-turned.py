# fails: trigram_counts, three names
# because: The two letters of the context are exchanged, N[b, a, c]; the text says "after a and b, in this order".
# batch: 1
# told: true author trigrams: context the wrong way round
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for word in words:
        near = far = 0
        for ch in word + ".":
            ix = stoi[ch]
            N[near, far, ix] += 1
            near, far = ix, near
    return N
