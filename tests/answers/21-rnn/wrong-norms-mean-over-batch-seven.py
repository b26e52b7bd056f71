# because: takes one length per series and averages them over the batch, instead of one length over all B*H numbers
# batch: 7
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    B, T, H = hs.shape
    norms = torch.zeros(T, dtype=hs.dtype, device=hs.device)
    grad = dh
    norms[T - 1] = torch.linalg.vector_norm(grad, dim=1).mean()
    for t in range(T - 1, 0, -1):
        grad = (grad * (1 - hs[:, t].square())) @ Wh.T
        norms[t - 1] = torch.linalg.vector_norm(grad, dim=1).mean()
    return norms
