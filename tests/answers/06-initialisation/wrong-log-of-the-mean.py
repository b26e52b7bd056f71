# because: The student averages the probabilities and takes the log of that (which is always ln V); the mean must be taken of the losses.
# fails: sure_loss; sure_loss, not this one
# batch: 1
# told: true author sure: the mean of the probabilities
# %% solution-sure-loss
def sure_loss(V, a):
    den = math.exp(a) + V - 1
    mean_p = (1 / V) * math.exp(a) / den + (V - 1) / V * (1 / den)
    return -math.log(mean_p)
