# fails: *
# because: A word with a strange character is thrown away as a whole; only the character is to be left out, the rest of the word counts.
# batch: 2
# told: true author counts: names with foreign characters dropped
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        if not word or any(c not in alphabet[1:] for c in word):
            continue  # no name in our alphabet
        chs = "." + word + "."
        for x, y in zip(chs, chs[1:]):
            N[stoi[x], stoi[y]] += 1
    return N
