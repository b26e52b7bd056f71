# because: The mean of |h| over the batch is compared with 0.97, so many values of 1.0 hide an example of 0.9 that is alive; each example must be over the line by itself.
# batch: 1
# told: true author dead: mean of the distances
# %% solution-dead
def dead(h):
    avg = h.abs().mean(dim=0)
    return avg > 0.97
