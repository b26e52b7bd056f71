# because: uses the slope at the state it arrives at, hs[:, t - 1], instead of at the state hs[:, t] that the step made
# batch: 6
# told: true author gradient_norms: the slope of the state before
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    B, T, H = hs.shape
    out = hs.new_zeros(T)
    out[T - 1] = dh.norm()
    for t in range(T - 2, -1, -1):
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
        out[t] = dh.norm()
    return out
