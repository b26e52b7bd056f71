# fails: *
# because: The student turns capitals into small letters first, so `Zoe` counts like `zoe`; a capital is not one of a–z and should be left out.
# batch: 1
# told: true author counts: capitals made small
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        clean = [c for c in word.lower() if c in alphabet[1:]]
        if len(clean) > 0:
            clean = ["."] + clean + ["."]
            for first, second in zip(clean, clean[1:]):
                N[stoi[first]][stoi[second]] += 1
    return N
