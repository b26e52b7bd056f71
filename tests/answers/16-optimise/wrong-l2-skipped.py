# fails: l2: gradients
# because: returns gradients of the matrices only; every parameter needs one, zeros for the biases, in the same order
# batch: 1
# told: true author l2: no gradient for biases
# %% solution-l2
def l2(params, lam):
    big = [p for p in params if p.ndim > 1]
    penalty = lam / 2 * sum((p**2).sum() for p in big)
    return penalty, [lam * p for p in big]
