# fails: l2: penalty
# because: forgot the factor 1/2 in the penalty itself (the gradient is right)
# batch: 1
# told: true author l2: the half is missing in the penalty
# %% solution-l2
def l2(params, lam):
    penalty = torch.zeros((), dtype=params[0].dtype, device=params[0].device)
    grads = []
    for w in params:
        if w.ndim >= 2:
            penalty = penalty + lam * (w ** 2).sum()
            grads.append(lam * w)
        else:
            grads.append(torch.zeros_like(w))
    return penalty, grads
