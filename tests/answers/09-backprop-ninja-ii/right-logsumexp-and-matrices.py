# because: The head by logsumexp, BatchNorm as a projection written with a matrix per column, einsum everywhere, out-of-place updates.
# batch: 1
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""
    slots = torch.arange(logits.shape[0], device=logits.device)
    return torch.exp(logits - torch.logsumexp(logits, 0)) - (slots == y).to(logits.dtype)
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""
    p = torch.exp(F.log_softmax(logits, -1))
    return (p - torch.eye(logits.shape[1], dtype=logits.dtype, device=logits.device)[Y]).div(logits.shape[0])
# %% solution-slope
slope = torch.diagonal(dbnraw.T @ bnraw).unsqueeze(0) / (n - 1)
# %% solution-common
common = torch.full((1, n), 1 / n, dtype=dbnraw.dtype, device=dbnraw.device) @ dbnraw
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""
    n, H = bnraw.shape
    columns = []
    for k in range(H):
        x = bnraw[:, k]
        take_away = torch.full((n, n), 1 / n, dtype=x.dtype, device=x.device) + torch.outer(x, x) / (n - 1)
        arrives = bngain[0, k] * dhpreact[:, k]
        columns.append(bnvar_inv[0, k] * (arrives - take_away @ arrives))
    return torch.stack(columns, dim=1)
# %% solution-step
def manual_step(parameters, Xb, Yb):
    """parameters by name, Xb (n, block), Yb (n,) -> the loss, and the seven gradients by the parameter's name."""
    C, W1, b1, W2, b2, bngain, bnbias = itemgetter("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")(parameters)
    kept = forward(Xb, Yb, C, W1, b1, W2, b2, bngain, bnbias)
    emb, embcat, bnvar_inv, bnraw, h, logits = itemgetter("emb", "embcat", "bnvar_inv", "bnraw", "h", "logits")(kept)
    n = Xb.shape[0]
    # H neurons: dlogits (n, V), dW2 (H, V), db2 (V,), dh and dhpreact (n, H), dbngain and dbnbias (1, H),
    # dhprebn (n, H), dW1 (block * n_embd, H), db1 (H,), demb (n, block, n_embd), dC (V, n_embd)
    dlogits = cross_entropy_backward(logits, Yb)
    dW2 = torch.einsum("ik,ij->kj", h, dlogits)
    db2 = dlogits.sum(0)
    dh = F.linear(dlogits, W2)
    dhpreact = dh - h * h * dh
    dbngain = (dhpreact * bnraw).sum(0, keepdim=True)
    dbnbias = dhpreact.sum(0, keepdim=True)
    dhprebn = batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain)
    dW1 = embcat.T @ dhprebn
    db1 = dhprebn.sum(0)
    dembcat = dhprebn @ W1.T
    demb = dembcat.view(emb.shape)
    dC = torch.zeros_like(C)
    dC.index_put_((Xb,), demb, accumulate=True)
    gradients = {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
    return kept["loss"], gradients
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        loss, gradients = step(parameters, Xb, Yb)
        losses = [*losses, float(loss)]
        parameters = {name: value.sub(gradients[name], alpha=rate) for name, value in parameters.items()}
    return parameters, losses
