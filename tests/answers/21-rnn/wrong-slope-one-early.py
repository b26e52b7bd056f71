# fails: gradient_norms
# because: The slope is taken at the earlier state hs[:, t - 1]; the step back from h_t goes through the tanh that made h_t.
# batch: 2
# told: true author gradient_norms: the slope of the state before
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    T = hs.shape[1]
    out = torch.zeros(T, dtype=hs.dtype, device=hs.device)
    out[-1] = dh.norm()
    for t in range(T - 2, -1, -1):
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
        out[t] = dh.norm()
    return out
