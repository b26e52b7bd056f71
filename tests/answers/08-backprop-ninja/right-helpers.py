# because: Two helper functions, one that sums a gradient back to a broadcast shape and one for linear layers, are used in all steps and in manual_backward.
# batch: 1
# %% solution-dlogprobs
def back_to(gradient, shape):
    """Undo a broadcast: sum over every axis that was copied (Tensor.sum_to_size)."""
    return gradient.sum_to_size(shape)


def linear_back(dout, x, w):
    """Gradients of x, w and the bias of x @ w + b."""
    return dout.matmul(w.t()), x.t().matmul(dout), back_to(dout, (w.shape[1],))


dlogprobs = torch.full_like(logprobs, 0.0)
dlogprobs[torch.arange(n), Yb] = -1 / n
# %% solution-dcounts-sum-inv
dcounts_sum_inv = back_to(counts * dprobs, counts_sum_inv.shape)
# %% solution-dcounts-sum
dcounts_sum = dcounts_sum_inv.neg().div(counts_sum.pow(2))
# %% solution-dlogit-maxes
dlogit_maxes = back_to(-dnorm_logits, logit_maxes.shape)
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    out = dnorm_logits.clone()
    where = torch.nonzero(logits == logit_maxes)
    ties = torch.bincount(where[:, 0], minlength=len(logits))
    for i, j in where:
        out[i, j] += dlogit_maxes[i, 0] / ties[i]
    return out


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dh
dh, _, _ = linear_back(dlogits, h, W2)
# %% solution-dw2
_, dW2, _ = linear_back(dlogits, h, W2)
# %% solution-db2
_, _, db2 = linear_back(dlogits, h, W2)
# %% solution-dbngain
dbngain = back_to(dhpreact * bnraw, bngain.shape)
# %% solution-dbnbias
dbnbias = back_to(dhpreact, bnbias.shape)
# %% solution-dbnvar-inv
dbnvar_inv = back_to(bndiff * dbnraw, bnvar_inv.shape)
# %% solution-dbnvar
dbnvar = dbnvar_inv * -0.5 / ((bnvar + 1e-5) * torch.sqrt(bnvar + 1e-5))
# %% solution-dbndiff2
dbndiff2 = dbnvar.div(n - 1).repeat(n, 1)
# %% solution-dbnmeani
dbnmeani = back_to(-dbndiff, bnmeani.shape)
# %% solution-dhprebn
dhprebn = dbndiff - dbndiff.mean(0)
# %% solution-dembcat
dembcat = linear_back(dhprebn, embcat, W1)[0]
# %% solution-dw1
dW1 = linear_back(dhprebn, embcat, W1)[1]
# %% solution-db1
db1 = linear_back(dhprebn, embcat, W1)[2]
# %% solution-demb
demb = dembcat.unflatten(1, (block, n_embd))
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    return torch.stack([demb[Xb == v].sum(0) for v in range(V)])


dC = embedding_backward(demb, Xb, V)
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    emb, embcat, bndiff, bnvar_inv, bnraw, h, probs = (
        c[k] for k in ("emb", "embcat", "bndiff", "bnvar_inv", "bnraw", "h", "probs")
    )
    dlogits = probs / n
    dlogits[torch.arange(n), Yb] -= 1 / n
    dh = dlogits.matmul(W2.t())
    dW2, db2 = h.t().matmul(dlogits), dlogits.sum(0)
    dhpreact = dh - dh * h * h
    dbngain, dbnbias = (dhpreact * bnraw).sum_to_size(bngain.shape), dhpreact.sum_to_size(bngain.shape)
    dbnraw = dhpreact * bngain
    dbnvar = -0.5 * bnvar_inv**3 * (dbnraw * bndiff).sum_to_size(bngain.shape)
    dbndiff = dbnraw * bnvar_inv + 2 / (n - 1) * bndiff * dbnvar
    dhprebn = dbndiff - dbndiff.mean(0, keepdim=True)
    dW1, db1 = embcat.t().matmul(dhprebn), dhprebn.sum(0)
    demb = dhprebn.matmul(W1.t()).reshape(emb.shape)
    dC = embedding_backward(demb, Xb, len(C))
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
