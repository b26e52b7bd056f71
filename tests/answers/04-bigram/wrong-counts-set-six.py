# because: counts every different name only once (set(words)), though each name counts as often as it stands in the list
# batch: 6
# told: true author counts: each name once
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    letters = set("abcdefghijklmnopqrstuvwxyz")
    cleaned = {"".join(c for c in w if c in letters) for w in words}
    cleaned.discard("")
    for w in cleaned:
        s = f".{w}."
        for i in range(len(s) - 1):
            N[stoi[s[i]], stoi[s[i + 1]]] += 1
    return N
