# because: penalises parameters with exactly two dimensions only, so convolution kernels (four dimensions) get no penalty and a zero gradient
# batch: 6
# told: true author l2: exactly two dimensions
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    is_matrix = [p.ndim == 2 for p in params]
    penalty = torch.zeros((), dtype=params[0].dtype, device=params[0].device)
    for p, use in zip(params, is_matrix):
        if use:
            penalty = penalty + 0.5 * lam * p.square().sum()
    grads = [lam * p if use else torch.zeros_like(p) for p, use in zip(params, is_matrix)]
    return penalty, grads
