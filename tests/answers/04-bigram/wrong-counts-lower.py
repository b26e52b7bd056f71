# fails: *
# because: Capitals are turned into small letters and counted; the text leaves them out (Zoe counts like oe).
# batch: 2
# told: true author counts: capitals made small
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    letters = set(alphabet) - {"."}
    for word in words:
        word = "".join(c for c in word.lower() if c in letters)
        if word:
            s = "." + word + "."
            for a, b in zip(s, s[1:]):
                N[stoi[a], stoi[b]] += 1
    return N
