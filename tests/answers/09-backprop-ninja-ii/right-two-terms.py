# because: Subtracts the projections one after another, and puts the gradients together with index_put and recursion-like reuse.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    top = logits.amax()
    total = sum((value - top).exp() for value in logits)
    pushes = [(value - top).exp() / total for value in logits]
    pushes[y] = -sum(p for j, p in enumerate(pushes) if j != y)  # the pull is as strong as all pushes
    return torch.stack(pushes)
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    shifted = logits - logits.amax(1, keepdim=True)
    dlogits = shifted.exp() / shifted.exp().sum(1, keepdim=True)
    where = torch.arange(len(Y), device=Y.device), Y
    dlogits = dlogits.index_put(where, dlogits.new_tensor(-1.0), accumulate=True)
    return dlogits.div(len(Y))
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    left = bngain * dhpreact
    slope = (left * bnraw).sum(0, keepdim=True) / (left.shape[0] - 1)
    left = left - slope * bnraw
    left = left - left.mean(0, keepdim=True)
    return left * bnvar_inv
# %% solution-step
def manual_step(parameters, Xb, Yb):
    """parameters by name, Xb (n, block), Yb (n,) -> the loss, and the seven gradients by the parameter's name."""
    C, W1, b1, W2, b2, bngain, bnbias = itemgetter("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")(parameters)
    kept = forward(Xb, Yb, C, W1, b1, W2, b2, bngain, bnbias)
    emb, embcat, bnvar_inv, bnraw, h, logits = itemgetter("emb", "embcat", "bnvar_inv", "bnraw", "h", "logits")(kept)
    n = Xb.shape[0]
    dlogits = cross_entropy_backward(logits, Yb)
    dW2 = sum(torch.outer(h[i], dlogits[i]) for i in range(n))
    db2 = sum(dlogits)
    dhpreact = (W2 @ dlogits.T).T * (1 + h) * (1 - h)
    dbngain, dbnbias = sum(dhpreact * bnraw)[None], sum(dhpreact)[None]
    dhprebn = batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain)
    dW1 = sum(torch.outer(embcat[i], dhprebn[i]) for i in range(n))
    db1 = sum(dhprebn)
    dC = torch.zeros_like(C)
    for letters, pieces in zip(Xb.tolist(), (dhprebn @ W1.T).reshape(emb.shape)):
        for letter, piece in zip(letters, pieces):
            dC[letter] += piece
    gradients = {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
    return kept["loss"], gradients
