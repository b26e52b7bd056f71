# because: a foreign character is not taken out of the word: only the pairs that touch it are skipped, so its neighbours never become a pair ('zoë' has no pair (o, .), 'a-b' no pair (a, b))
# batch: 6
# told: true author counts: pairs with foreign characters dropped
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    for w in words:
        if not any(c in stoi and c != "." for c in w):
            continue  # nothing left of this word
        chars = ["<s>"] + list(w) + ["<e>"]
        for c1, c2 in zip(chars, chars[1:]):
            i = 0 if c1 == "<s>" else (stoi.get(c1) if c1 != "." else None)
            j = 0 if c2 == "<e>" else (stoi.get(c2) if c2 != "." else None)
            if i is None or j is None:
                continue  # not one of our characters
            N[i, j] += 1
    return N
