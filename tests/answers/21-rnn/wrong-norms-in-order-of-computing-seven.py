# because: leaves the lengths in the order of computing, last state first, instead of turning them round
# batch: 7
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    out = []
    for t in reversed(range(hs.size(1))):
        out.append((dh ** 2).sum().sqrt())
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.transpose(0, 1)
    return torch.stack(out)
