# because: sums by broadcasting instead of products, time first for the deep one, sqrt of a mean of squares
# batch: 1
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    return ((x[:, :, None] * Wx).sum(1) + (h[:, :, None] * Wh).sum(1) + b).tanh()
# %% solution-unroll
def unroll(step, xs, h0):
    hs = []
    for t in range(xs.size(1)):
        hs.append(step(xs.select(1, t), hs[-1] if hs else h0))
    return torch.cat([h.unsqueeze(1) for h in hs], dim=1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh * (1 - h.pow(2))
    dWx = sum(torch.outer(a, d) for a, d in zip(x, dz))
    dWh = sum(torch.outer(a, d) for a, d in zip(h_prev, dz))
    return (Wx @ dz.T).T, (Wh @ dz.T).T, (dWx, dWh, sum(dz))
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    now, top = tuple(h0s), []
    for t in range(xs.shape[1]):
        after, x = [], xs[:, t]
        for step, h in zip(steps, now):
            x = step(x, h)
            after.append(x)
        now = after
        top.append(x)
    return torch.stack(top).transpose(0, 1), now
# %% solution-clip
def clip_norm(grads, max_norm):
    n = sum(float((g * g).sum()) for g in grads if g is not None) ** 0.5
    clipped = []
    for g in grads:
        if g is None or n <= max_norm:
            clipped.append(g)
        else:
            clipped.append(g * (max_norm / n))
    return clipped, n
# %% solution-standardise
def standardise(series, n):
    m = sum(series[:n]) / n
    v = sum((a - m) ** 2 for a in series[:n]) / n
    return torch.stack([(a - m) / v**0.5 for a in series])
