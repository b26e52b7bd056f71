# fails: l2: penalty
# because: The factor one half is missing in the penalty (the gradient is that of the right one).
# batch: 2
# told: true author l2: the half is missing in the penalty
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    penalty = torch.zeros((), dtype=params[0].dtype, device=params[0].device)
    grads = []
    for p in params:
        if p.ndim >= 2:
            penalty = penalty + lam * (p**2).sum()
            grads.append(lam * p)
        else:
            grads.append(torch.zeros_like(p))
    return penalty, grads
