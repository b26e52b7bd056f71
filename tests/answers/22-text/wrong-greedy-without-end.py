# fails: greedy, to the end
# because: The loop leaves before `end` is appended; the end belongs to the result.
# batch: 1
# told: true author greedy: the end left out
# %% solution-greedy
def greedy(logp, end, longest):
    said = []
    while len(said) < longest:
        lp = logp(tuple(said))
        best = max(range(len(lp)), key=lambda v: lp[v])
        if best == end:
            break
        said.append(best)
    return said
