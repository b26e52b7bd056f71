# because: einsum throughout, the whole step in nested helpers, one-hot product for the table.
# batch: 2
# %% solution-slope
slope = torch.einsum("ik,ik->k", bngain * dhpreact, bnraw).reshape(1, -1) / (len(bnraw) - 1)
# %% solution-common
common = bngain * dhpreact.mean(0, keepdim=True)
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    rows = dhpreact.size(0)
    dgain, dbias = (dhpreact * bnraw).sum(0), dhpreact.sum(0)
    return bngain * bnvar_inv * (dhpreact - dbias / rows - bnraw * dgain / (rows - 1))
# %% solution-step
def manual_step(parameters, Xb, Yb):
    """parameters by name, Xb (n, block), Yb (n,) -> the loss, and the seven gradients by the parameter's name."""
    C, W1, b1, W2, b2, bngain, bnbias = itemgetter("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")(parameters)
    kept = forward(Xb, Yb, C, W1, b1, W2, b2, bngain, bnbias)
    emb, embcat, bnvar_inv, bnraw, h, logits = itemgetter("emb", "embcat", "bnvar_inv", "bnraw", "h", "logits")(kept)
    n = Xb.shape[0]

    def through(dy, a, w):
        """Back through a @ w + b."""
        return torch.einsum("ij,kj->ik", dy, w), torch.einsum("ik,ij->kj", a, dy), torch.einsum("ij->j", dy)

    dlogits = (logits.softmax(1) - F.one_hot(Yb, logits.shape[1]).to(logits)) / n
    dh, dW2, db2 = through(dlogits, h, W2)
    dhpreact = dh - dh * h.square()
    dbngain = torch.einsum("ik,ik->k", dhpreact, bnraw)[None]
    dbnbias = torch.einsum("ik->k", dhpreact)[None]
    dhprebn = batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain)
    dembcat, dW1, db1 = through(dhprebn, embcat, W1)
    demb = dembcat.unflatten(1, emb.shape[1:])
    dC = torch.einsum("itv,ite->ve", F.one_hot(Xb, C.shape[0]).to(demb), demb)
    gradients = {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
    return kept["loss"], gradients
# %% solution-train
def train(step, start, batches, rates):
    parameters = {name: value.clone() for name, value in start.items()}
    losses = []
    for (Xb, Yb), rate in zip(batches, rates, strict=True):
        loss, gradients = step(parameters, Xb, Yb)
        losses.append(loss)
        for name, value in parameters.items():
            value.add_(gradients[name], alpha=-rate)
    return parameters, losses
