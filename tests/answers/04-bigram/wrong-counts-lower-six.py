# because: turns capitals into small letters (word.lower()) before filtering, though capitals have to be left out: 'Zoe' counts like 'zoe' and not like 'oe'
# batch: 6
# told: true author counts: capitals made small
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    # N: torch.zeros((27, 27), dtype=torch.int64), then one more for every pair of every word
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        clean = "".join(ch for ch in word.lower() if "a" <= ch <= "z")
        if clean == "":
            continue
        padded = "." + clean + "."
        for first, second in zip(padded[:-1], padded[1:]):
            N[stoi[first], stoi[second]] += 1
    return N
