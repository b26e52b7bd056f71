# because: Puts input, state and a one side by side and multiplies once with the stacked weights; slices by unflatten.
# batch: 2
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    return torch.tanh(torch.cat([x, h], 1) @ torch.cat([Wx, Wh]) + b)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    z = torch.addmm(b, torch.cat([x, h], 1), torch.cat([Wx, Wh], 0)).unflatten(1, (4, -1))
    new = z[:, 0].sigmoid() * z[:, 2].tanh()
    c = torch.addcmul(new, z[:, 1].sigmoid(), c)
    h = z[:, 3].sigmoid() * c.tanh()
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    parts = [slice(k * H, (k + 1) * H) for k in range(3)]

    def both(k):
        return x @ Wx[:, parts[k]] + bx[parts[k]] + h @ Wh[:, parts[k]] + bh[parts[k]]

    r, z = both(0).sigmoid(), both(1).sigmoid()
    q = parts[2]
    past = {"before": (r * h) @ Wh[:, q] + bh[q], "after": r * (h @ Wh[:, q] + bh[q])}[variant]
    n = (x @ Wx[:, q] + bx[q] + past).tanh()
    return n + z * (h - n)
# %% solution-windows
def windows(series, T, ahead):
    X = series[: len(series) - ahead].unfold(0, T, 1).clone()
    y = series[T - 1 + ahead :].clone()
    return X, y
# %% solution-skill
def skill(p, y, baseline):
    return 1 - (p.view(-1) - y).square().sum() / (baseline - y).square().sum()
