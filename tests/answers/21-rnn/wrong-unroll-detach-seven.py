# because: detaches the state between the steps, so no gradient flows further back than one step
# batch: 7
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    out, h = [], h0
    for t in range(xs.size(1)):
        h = step(xs[:, t], h.detach())   # otherwise the graph gets too long
        out.append(h)
    return torch.stack(out, 1)
