# because: dmean lacks the minus sign with which mean enters diff
# batch: 6
# told: true author sign of dmean
# %% solution-back-x
ddiff = dxhat * inv_std
ddiff = ddiff + dvar * diff * 2 / (n - 1)
dmean = ddiff.sum(0, keepdim=True)
dx = ddiff + dmean / n * torch.ones_like(x)
