# fails: tril: wei; tril: xbow
# because: The columns were made to sum to 1; it is the rows, so the sum runs over axis 1.
# batch: 2
# %% solution-matrix
def avg_past_tril(x):
    B, T, C = x.shape
    wei = torch.tril(torch.ones(T, T, device=x.device))
    wei = wei / wei.sum(0, keepdim=True)
    xbow = wei @ x
    return wei, xbow
