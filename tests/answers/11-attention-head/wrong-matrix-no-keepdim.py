# fails: tril: wei; tril: xbow
# because: Without keepdim the row sums have shape (T,) and are broadcast along the columns, so column s is divided by s + 1 instead of row t by t + 1; it needs sum(1, keepdim=True).
# batch: 1
# told: true author tril: keepdim missing
# %% solution-matrix
def avg_past_tril(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), without a loop and without softmax."""
    B, T, C = x.shape
    wei = torch.tril(torch.ones(T, T, device=x.device))
    wei = wei / wei.sum(1)
    xbow = wei @ x
    return wei, xbow
