# because: asks whether the word is empty before the foreign characters are taken out, not after: a word of foreign characters only still adds one to (., .)
# batch: 6
# told: true author counts: empty names
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        if len(word) == 0:
            continue
        tokens = [0]
        for c in word:
            if c in alphabet[1:]:
                tokens.append(stoi[c])
        tokens.append(0)
        for k in range(len(tokens) - 1):
            N[tokens[k], tokens[k + 1]] += 1
    return N
