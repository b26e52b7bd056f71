# because: assumes that params are always weight, bias, weight, bias: penalises those at even places instead of those with two or more dimensions
# batch: 6
# told: true author l2: by the place in the list
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    weights = params[0::2]
    penalty = lam / 2 * sum((W ** 2).sum() for W in weights)
    grads = []
    for i, p in enumerate(params):
        if i % 2 == 0:
            grads.append(lam * p)
        else:
            grads.append(torch.zeros_like(p))  # bias
    return penalty, grads
