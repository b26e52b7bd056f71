# fails: *
# because: Sorting pairs and taking the last picks the largest token number among equals; it should be the smallest.
# batch: 2
# told: true author greedy: the last of equals
# %% solution-greedy
def greedy(logp, end, longest):
    said = ()
    for _ in range(longest):
        ranked = sorted((p, token) for token, p in enumerate(logp(said)))
        said += (ranked[-1][1],)
        if said[-1] == end:
            break
    return list(said)
