# fails: trigram_counts, three names
# because: The student runs over all names as one long text, so triples reach from the end of one name into the next; every name begins afresh, with two full stops.
# batch: 1
# told: true author trigrams: across names
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    text = [0, 0]
    for word in words:
        text += [stoi[c] for c in word] + [0]
    for a, b, c in zip(text, text[1:], text[2:]):
        N[a, b, c] += 1
    return N
