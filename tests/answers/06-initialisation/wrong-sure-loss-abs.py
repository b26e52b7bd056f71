# fails: sure_loss, not this one
# because: The size of a is used without its sign; a negative a means sure that it is not this token, and has another loss.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    a = abs(a)  # how sure it is
    z = math.exp(a) + V - 1
    return (1 / V) * (math.log(z) - a) + (V - 1) / V * math.log(z)
