# fails: *
# because: A word of which nothing remains is still counted as the pair (., .); it must not be counted at all.
# batch: 2
# told: true author counts: empty names
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        kept = "".join(c for c in word if c in "abcdefghijklmnopqrstuvwxyz")
        text = f".{kept}."
        for i in range(len(text) - 1):
            N[stoi[text[i]], stoi[text[i + 1]]] += 1
    return N
