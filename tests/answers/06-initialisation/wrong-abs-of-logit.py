# because: The student takes |a| because being sure is being sure; a negative logit means that all others share the probability, which is a quite different loss.
# fails: sure_loss, not this one
# batch: 1
# told: true author sure: the size of a
# %% solution-sure-loss
def sure_loss(V, a):
    e = math.exp(abs(a))
    total = e + (V - 1)
    return math.log(total) - abs(a) / V
