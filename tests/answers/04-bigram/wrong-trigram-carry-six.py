# because: a and b are set to the full stop once and not for every name: the last letter of the name before is part of the context of the next first letter
# batch: 6
# told: true author trigrams: across names
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    a, b = 0, 0
    for word in words:
        for letter in word + ".":
            c = stoi[letter]
            N[a, b, c] += 1
            a, b = b, c
    return N
