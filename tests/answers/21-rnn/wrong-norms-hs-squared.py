# fails: gradient_norms: hs is left alone
# because: the states are squared in place
# batch: 4
# told: true author gradient_norms: the states squared in place
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    norms = torch.zeros_like(hs[0, :, 0])
    slopes = 1 - hs.pow_(2)
    for t in reversed(range(hs.shape[1])):
        norms[t] = dh.norm()
        dh = (dh * slopes[:, t]) @ Wh.T
    return norms
