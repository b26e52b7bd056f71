# because: collects Python floats and makes torch.tensor(list) of them, which is float32: wrong dtype, and lengths below 1e-45 become 0, above 3e38 inf
# batch: 6
# told: true author gradient_norms: a number for each length
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    lengths = []
    grad = dh
    for t in reversed(range(hs.shape[1])):
        lengths.append(grad.pow(2).sum().sqrt().item())
        grad = (grad * (1 - hs[:, t].pow(2))) @ Wh.T
    lengths.reverse()
    return torch.tensor(lengths).to(hs.device)
