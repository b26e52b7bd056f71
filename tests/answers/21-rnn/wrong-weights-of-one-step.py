# fails: bptt: the weights
# because: The weights' gradients are overwritten in each round, so only those of the first step are left; they are summed over all steps.
# batch: 2
# told: true author bptt: the weights of one step
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    dxs = torch.zeros_like(xs)
    dh0 = torch.zeros_like(h0)
    for t in reversed(range(xs.shape[1])):
        h_prev = h0 if t == 0 else hs[:, t - 1]
        dx, dh0, total = back(dhs[:, t] + dh0, xs[:, t], h_prev, hs[:, t])
        dxs[:, t] = dx
    return dxs, dh0, tuple(total)
