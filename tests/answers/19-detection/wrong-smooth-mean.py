# fails: smooth_l1
# because: returns the mean over all elements; a number for each element is asked for
# batch: 1
# told: true author smooth: averaged
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    diff = torch.abs(p - t)
    near = (diff < beta).to(diff.dtype)
    loss = near * diff ** 2 / (2 * beta) + (1 - near) * (diff - beta / 2)
    return loss.mean()
