# fails: l2: penalty, other shapes; l2: gradients, other shapes
# because: leaves out parameters of exactly one dimension, so a single number is penalised
# batch: 4
# told: true author l2: a single number penalised
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    penalty = sum(lam / 2 * (w**2).sum() for w in params if w.ndim != 1)
    grads = [lam * w if w.ndim != 1 else torch.zeros_like(w) for w in params]
    return penalty, grads
