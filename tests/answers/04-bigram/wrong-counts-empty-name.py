# fails: *
# because: A word of which nothing remains is counted as the pair (., .); the text says that it is not counted at all.
# batch: 1
# told: true author counts: empty names
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        codes = [0]
        for c in word:
            if c != "." and c in stoi:   # leave out everything else
                codes.append(stoi[c])
        codes.append(0)
        for i, j in zip(codes[:-1], codes[1:]):
            N[i, j] += 1
    return N
