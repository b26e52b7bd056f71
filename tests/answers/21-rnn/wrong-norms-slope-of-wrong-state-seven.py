# because: takes the tanh's slope at the state it goes to (h_{t-1}) instead of at the one it comes from (h_t)
# batch: 7
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    T = hs.shape[1]
    lengths = [dh.norm()]
    for t in range(T - 2, -1, -1):
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
        lengths.append(dh.norm())
    lengths.reverse()
    return torch.stack(lengths)
