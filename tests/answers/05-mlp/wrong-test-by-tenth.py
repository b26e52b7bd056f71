# because: dev and test are both taken with int(0.1 * n) names, so that with n = 47 or the like a name falls into no part; test must be everything from the cut at 0.9 n on.
# batch: 1
# told: true author split: a tenth from each side
# %% solution-split
def split(words, order):
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    tenth = int(0.1 * len(words))
    mixed = [words[k] for k in order]
    return mixed[:n1], mixed[n1:n1 + tenth], mixed[-tenth:]
