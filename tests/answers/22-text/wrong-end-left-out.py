# fails: greedy, to the end
# because: The loop stops before `end` is added; it belongs to the result.
# batch: 2
# told: true author greedy: the end left out
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    while len(said) < longest:
        p = logp(tuple(said))
        best = p.index(max(p))
        if best == end:
            break
        said.append(best)
    return said
