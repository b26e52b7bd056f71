# because: manual_step copies the formulas instead of calling the two functions, with a one-hot product for the table; train uses a tiny optimiser class; the row goes through the batch function's formula.
# batch: 1
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""
    p = F.softmax(logits[None], dim=1)[0]
    return torch.cat([p[:y], p[y : y + 1] - 1, p[y + 1 :]])
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""
    n, classes = logits.shape
    return (F.softmax(logits, dim=1) - F.one_hot(Y, classes)) * (1.0 / n)
# %% solution-batchnorm
def centred(t):
    """t less its column means."""
    return t - t.mean(0, keepdim=True)


def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""
    d = centred(dhpreact)
    freedom = bnraw.shape[0] - 1
    return bngain * bnvar_inv * (d - bnraw * torch.einsum("ik,ik->k", d, bnraw) / freedom)
# %% solution-step
def manual_step(parameters, Xb, Yb):
    """parameters by name, Xb (n, block), Yb (n,) -> the loss, and the seven gradients by the parameter's name."""
    C, W1, b1, W2, b2, bngain, bnbias = itemgetter("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")(parameters)
    kept = forward(Xb, Yb, C, W1, b1, W2, b2, bngain, bnbias)
    emb, embcat, bnvar_inv, bnraw, h, logits = itemgetter("emb", "embcat", "bnvar_inv", "bnraw", "h", "logits")(kept)
    n = Xb.shape[0]
    # H neurons: dlogits (n, V), dW2 (H, V), db2 (V,), dh and dhpreact (n, H), dbngain and dbnbias (1, H),
    # dhprebn (n, H), dW1 (block * n_embd, H), db1 (H,), demb (n, block, n_embd), dC (V, n_embd)
    dlogits = (logits.softmax(1) - F.one_hot(Yb, logits.shape[1])) / n
    dW2 = h.T @ dlogits
    db2 = dlogits.sum(0)
    dh = dlogits @ W2.T
    dhpreact = (1 - h**2) * dh
    dbngain = (dhpreact * bnraw).sum(0, keepdim=True)
    dbnbias = dhpreact.sum(0, keepdim=True)
    # a and b * (n - 1) are the gradients of bias and gain, times the gain
    dhprebn = bnvar_inv * bngain * (dhpreact - dbnbias / n - bnraw * dbngain / (n - 1))
    dW1 = embcat.T @ dhprebn
    db1 = dhprebn.sum(0)
    dembcat = dhprebn @ W1.T
    demb = dembcat.view(emb.shape)
    places = F.one_hot(Xb.flatten(), len(C)).to(C.dtype)
    dC = places.T @ demb.reshape(len(places), -1)
    gradients = {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
    return kept["loss"], gradients
# %% solution-train
class Descent:
    """Parameters that know how to go downhill."""

    def __init__(self, start):
        self.parameters = {name: value.detach().clone() for name, value in start.items()}

    def move(self, gradients, rate):
        for name, value in self.parameters.items():
            value.add_(gradients[name], alpha=-rate)


def train(step, start, batches, rates):
    """Train with step(parameters, Xb, Yb) -> loss, gradients; returns the parameters and the loss before each step."""
    descent, losses = Descent(start), []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        loss, gradients = step(descent.parameters, Xb, Yb)
        losses.append(loss)
        descent.move(gradients, rate)
    return descent.parameters, losses
