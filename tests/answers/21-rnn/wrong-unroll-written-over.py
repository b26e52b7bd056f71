# fails: *
# because: The states are written into one tensor and read from it again as the next state; every later writing changes what autograd has kept, so torch cannot differentiate through it.
# batch: 1
# told: true author unroll: read from the tensor that is written to
# %% solution-unroll
def unroll(step, xs, h0):
    B, T, _ = xs.shape
    hs = torch.zeros(B, T, h0.shape[1], dtype=h0.dtype, device=h0.device)
    hs[:, 0] = step(xs[:, 0], h0)
    for t in range(1, T):
        hs[:, t] = step(xs[:, t], hs[:, t - 1])
    return hs
