# because: torch.linalg.norm(dh, 2) of a matrix is its largest singular value, not the root of the sum of all squares: right for one series (one row) only
# batch: 6
# told: true author gradient_norms: the norm of a matrix
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    T = hs.shape[1]
    norms = [torch.linalg.norm(dh, 2)]
    for t in range(T - 1, 0, -1):
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
        norms.append(torch.linalg.norm(dh, 2))
    return torch.stack(norms[::-1])
