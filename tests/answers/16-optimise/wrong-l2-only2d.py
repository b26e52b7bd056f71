# fails: *
# because: asks for exactly two dimensions, so convolution kernels with four dimensions escape the penalty; the rule is two or more
# batch: 1
# told: true author l2: exactly two dimensions
# %% solution-l2
def l2(params, lam):
    is_matrix = [p.dim() == 2 for p in params]
    pen = 0.5 * lam * sum(((p * p).sum() for p, m in zip(params, is_matrix) if m), torch.zeros((), dtype=torch.float64))
    return pen, [lam * p if m else torch.zeros_like(p) for p, m in zip(params, is_matrix)]
