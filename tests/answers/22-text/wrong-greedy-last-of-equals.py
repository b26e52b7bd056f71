# fails: *
# because: With >= a later token takes the place of an equally probable one; of equals, the one with the smallest number is asked for.
# batch: 1
# told: true author greedy: the last of equals
# %% solution-greedy
def greedy(logp, end, longest):
    said = []
    for _ in range(longest):
        best, top = None, -math.inf
        for token, value in enumerate(logp(tuple(said))):
            if value >= top:
                best, top = token, value
        said.append(best)
        if best == end:
            break
    return said
