# fails: *
# because: The student makes the pairs first and drops those with a foreign character, so `zoë` gets no pair (o, .); the character must be left out first, and its neighbours then become a pair.
# batch: 1
# told: true author counts: pairs with foreign characters dropped, full stops left out
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for w in words:
        w = w.replace(".", "")
        if not any(c in stoi for c in w):
            continue  # nothing remains
        w = "." + w + "."
        for a, b in zip(w, w[1:]):
            if a in stoi and b in stoi:
                N[stoi[a], stoi[b]] += 1
    return N
