# fails: regression: gradient
# because: The student subtracts the prediction from the target in the gradient, which has then the opposite sign: it must be p - t.
# batch: 2
# told: true author regression: the sign
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    pred = torch.einsum("nm,m->n", Phi, w)
    resid = t - pred
    loss = resid.square().mean()
    grad = 2 * torch.einsum("nm,n->m", Phi, resid) / resid.numel()
    return loss, grad
