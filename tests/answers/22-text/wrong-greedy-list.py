# fails: greedy, a model with a memory
# because: the model gets a list where a tuple is asked for
# batch: 4
# told: true author greedy: a list for the model
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    while len(said) < longest:
        row = logp(said)
        said.append(row.index(max(row)))
        if said[-1] == end:
            break
    return said
