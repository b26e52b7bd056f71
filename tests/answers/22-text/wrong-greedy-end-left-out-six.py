# because: stops before the token end is appended, although it belongs to the result
# batch: 6
# told: true author greedy: the end left out
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = ()
    for _ in range(longest):
        values = logp(said)
        token = max(range(len(values)), key=values.__getitem__)
        if token == end:
            break
        said += (token,)
    return list(said)
