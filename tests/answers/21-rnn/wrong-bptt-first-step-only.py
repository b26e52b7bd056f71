# fails: bptt: the weights
# because: Only the weights' gradients of the step visited last are returned; they have to be summed over all steps.
# batch: 1
# told: true author bptt: the weights of one step
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    dxs = []
    dh = 0
    for t in reversed(range(hs.shape[1])):
        h_prev = hs[:, t - 1] if t > 0 else h0
        dx, dh, total = back(dhs[:, t] + dh, xs[:, t], h_prev, hs[:, t])
        dxs.insert(0, dx)
    return torch.stack(dxs, 1), dh, tuple(total)
