# fails: *
# because: writes lam and 1 - lam into a zero matrix by assignment, so where both classes agree the share is 1 - lam instead of 1
# batch: 1
# told: true author mixup: the larger share
# %% solution-mixup
def mixup(x, y, lam, order, K):
    xm = lam * x + (1 - lam) * x[order]
    lab = torch.zeros(len(y), K, dtype=x.dtype, device=x.device)
    rows = torch.arange(len(y), device=x.device)
    lab[rows, y] = lam
    lab[rows, y[order]] = 1 - lam
    return xm, lab
