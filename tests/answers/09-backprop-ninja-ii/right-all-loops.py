# because: Loops over examples, columns and entries with math and Python floats, where one writes tensor operations.
# batch: 1
# %% solution-row
import math


def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""
    values = logits.tolist()
    top = max(values)
    powers = [math.exp(value - top) for value in values]
    total = math.fsum(powers)
    result = [power / total - (1 if j == y else 0) for j, power in enumerate(powers)]
    return torch.tensor(result, dtype=logits.dtype, device=logits.device)
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""
    return torch.stack([row_backward(row, label) for row, label in zip(logits, Y.tolist())]) / len(Y)
# %% solution-slope
slope = torch.zeros(1, n_hidden, dtype=torch.float64, device=bnraw.device)
for k in range(n_hidden):
    for i in range(n):
        slope[0, k] += dbnraw[i, k] * bnraw[i, k] / (n - 1)
# %% solution-common
common = sum(dbnraw[i : i + 1] for i in range(n)) / n
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""
    rows = dhpreact.size(0)
    out = torch.empty_like(dhpreact)
    for k in range(dhpreact.size(1)):
        d = dhpreact[:, k] * bngain[0, k]
        x = bnraw[:, k]
        out[:, k] = (d - sum(d) / rows - torch.dot(d, x) / (rows - 1) * x) * bnvar_inv[0, k]
    return out
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
    dW2 = sum(torch.outer(h[i], dlogits[i]) for i in range(n))
    db2 = dlogits.sum(0)
    dh = dlogits @ W2.T
    dhpreact = (1 - h**2) * dh
    dbngain = (dhpreact * bnraw).sum(0, keepdim=True)
    dbnbias = dhpreact.sum(0, keepdim=True)
    dhprebn = batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain)
    dW1 = embcat.T @ dhprebn
    db1 = dhprebn.sum(0)
    dembcat = dhprebn @ W1.T
    demb = dembcat.view(emb.shape)
    dC = torch.zeros_like(C)
    for i, letters in enumerate(Xb.tolist()):
        for k, letter in enumerate(letters):
            dC[letter] += demb[i, k]
    gradients = {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
    return kept["loss"], gradients
# %% solution-train
def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        # the loss (a number) goes to the end of losses; every parameter moves
        here = {name: value.clone() for name, value in parameters.items()}
        loss, gradients = step(here, Xb, Yb)
        losses.append(loss)
        for name in parameters:
            parameters[name].copy_(here[name] - rate * gradients[name])
    return parameters, losses
