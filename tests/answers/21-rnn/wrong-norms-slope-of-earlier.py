# fails: gradient_norms
# because: The tanh's slope is taken at the state that the gradient goes to, hs[:, t-1]; it belongs to the state it comes from, hs[:, t].
# batch: 1
# told: true author gradient_norms: the slope of the state before
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    T = hs.shape[1]
    out = [dh.norm()]
    for t in range(T - 1, 0, -1):
        dh = (dh * (1 - hs[:, t - 1] ** 2)) @ Wh.T
        out.append(dh.norm())
    return torch.stack(out[::-1])
