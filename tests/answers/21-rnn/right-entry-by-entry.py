# because: Loops over examples and gathers with index tensors; sigmoids from tanh.
# batch: 2
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    def gate(a):
        return (1 + torch.tanh(a / 2)) / 2

    hs, cs = [], []
    for x1, h1, c1 in zip(x, h, c):
        i, f, g, o = (Wx.T @ x1 + Wh.T @ h1 + b).view(4, -1)
        cs.append(gate(f) * c1 + gate(i) * torch.tanh(g))
        hs.append(gate(o) * torch.tanh(cs[-1]))
    h, c = torch.stack(hs), torch.stack(cs)
    return h, c
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    return torch.stack([torch.tanh(Wx.T.mv(a) + Wh.T.mv(s) + b) for a, s in zip(x, h)])
# %% solution-windows
def windows(series, T, ahead):
    begin = torch.arange(len(series) - T - ahead + 1, device=series.device)
    X = series[begin[:, None] + torch.arange(T, device=series.device)]
    y = series[begin + T - 1 + ahead]
    return X, y
# %% solution-clip
def clip_norm(grads, max_norm):
    n = 0.0
    for g in grads:
        if g is not None:
            n += g.pow(2).sum().item()
    n = n**0.5
    clipped = list(grads)
    if n > max_norm:
        clipped = [g if g is None else g.mul(max_norm / n) for g in grads]
    return clipped, float(n)
# %% solution-unroll
def unroll(step, xs, h0):
    hs = h0.new_empty(0)
    rows, h = [], h0
    for t in range(xs.size(1)):
        h = step(xs.select(1, t), h)
        rows.append(h.unsqueeze(1))
    return torch.cat(rows, 1)
