# because: of equally probable tokens the one with the largest number is taken: max over pairs (log-probability, token)
# batch: 5
# told: true author greedy: the last of equals
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = ()
    while len(said) < longest:
        _, token = max((value, token) for token, value in enumerate(logp(said)))
        said += (token,)
        if token == end:
            break
    return list(said)
