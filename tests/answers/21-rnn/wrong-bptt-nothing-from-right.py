# fails: bptt: dxs; bptt: dh0
# because: Each step gets only the gradient of its own output; what the step after it handed back must be added.
# batch: 1
# told: true author bptt: only the gradient from above
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    T = xs.shape[1]
    dxs, total = [None] * T, None
    for t in reversed(range(T)):
        before = h0 if t == 0 else hs[:, t - 1]
        dxs[t], dh0, grads = back(dhs[:, t], xs[:, t], before, hs[:, t])
        total = grads if total is None else [a + b for a, b in zip(total, grads)]
    return torch.stack(dxs, 1), dh0, tuple(total)
