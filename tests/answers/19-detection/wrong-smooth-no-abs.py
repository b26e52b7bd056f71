# fails: smooth_l1
# because: compares d itself with beta and uses d - beta/2, so far predictions below the target get the square
# batch: 1
# told: true author smooth: the sign kept
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    d = p - t
    return torch.where(d < beta, d * d / (2 * beta), d - beta / 2)
