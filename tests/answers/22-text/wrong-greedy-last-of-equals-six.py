# because: the comparison is >=, so of equally probable tokens it takes the one with the largest number
# batch: 6
# told: true author greedy: the last of equals
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    while len(said) < longest:
        best, best_value = 0, -math.inf
        for token, value in enumerate(logp(tuple(said))):
            if value >= best_value:
                best, best_value = token, value
        said.append(best)
        if best == end:
            break
    return said
