# fails: mixup: pictures
# because: gives lam to the partner and 1 - lam to the picture itself, in both pictures and labels
# batch: 1
# told: true author mixup: lam on the partner
# %% solution-mixup
def mixup(x, y, lam, order, K):
    e = F.one_hot(y, K).to(x.dtype)
    return (1 - lam) * x + lam * x[order], (1 - lam) * e + lam * e[order]
