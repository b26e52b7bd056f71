# fails: trigram_counts, three names
# because: The context runs on from the end of one name into the next; every name begins afresh with two full stops.
# batch: 2
# told: true author trigrams: across names
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    a, b = 0, 0
    for w in words:
        for ch in w + ".":
            c = stoi[ch]
            N[a, b, c] += 1
            a, b = b, c
    return N
