# fails: mc_dropout: mean
# because: The mean is asked of the net with all units on (a mask of ones, as in eval mode) and not taken over the answers of the masks; the mean of the S predictions is asked for.
# batch: 1
# told: true author mc: deviations from the net with all units on
# %% solution-mc
def mc_dropout(f, masks):
    answers = torch.stack([f(m) for m in masks])
    mean = f(torch.ones_like(masks[0]))
    std = ((answers - mean) ** 2).sum(0).div(len(masks) - 1).sqrt()
    return mean, std
