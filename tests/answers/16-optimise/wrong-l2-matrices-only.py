# fails: *
# because: The student asks for exactly two dimensions, so convolution kernels (four) are not penalised; the rule is two or more.
# batch: 2
# told: true author l2: exactly two dimensions
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    R = torch.zeros((), dtype=torch.float64, device=params[0].device)
    grads = [lam * W if W.dim() == 2 else torch.zeros_like(W) for W in params]
    for W in params:
        if W.dim() == 2:
            R = R + 0.5 * lam * W.square().sum()
    return R, grads
