# because: the token end is not put into the result
# batch: 5
# told: true author greedy: the end left out
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    for _ in range(longest):
        scores = logp(tuple(said))
        token = scores.index(max(scores))
        if token == end:
            break
        said.append(token)
    return said
