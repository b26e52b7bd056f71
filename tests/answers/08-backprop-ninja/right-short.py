# because: The backward pass by the short formulas of softmax and BatchNorm, with scatter and index_add.
# batch: 2
# %% solution-dlogprobs
dlogprobs = torch.zeros_like(logprobs).scatter(1, Yb[:, None], -1 / n)
# %% solution-dcounts
dcounts = torch.addcmul(dcounts_sum, dprobs, counts_sum_inv)
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    k = (logits == logit_maxes).sum(1, keepdim=True)
    return dnorm_logits + torch.where(logits == logit_maxes, dlogit_maxes / k, torch.zeros_like(dlogit_maxes))


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dhpreact
dhpreact = (1 + h) * (1 - h) * dh
# %% solution-dbndiff2
dbndiff2 = dbnvar.div(n - 1).expand(n, -1).clone()
# %% solution-dc
def embedding_backward(demb, Xb, V):
    table = demb.new_zeros(V, demb.size(-1))
    return table.index_add(0, Xb.reshape(-1), demb.reshape(-1, demb.size(-1)))


dC = embedding_backward(demb, Xb, V)
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    (
        emb, embcat, hprebn, bnmeani, bndiff, bndiff2, bnvar, bnvar_inv, bnraw, hpreact, h,
        logits, logit_maxes, norm_logits, counts, counts_sum, counts_sum_inv, probs, logprobs,
    ) = itemgetter(*STEPS)(c)
    dlogits = (logits.softmax(1) - F.one_hot(Yb, logits.shape[1])) / n
    dW2, db2 = h.mT @ dlogits, dlogits.sum(0)
    dhpreact = (dlogits @ W2.mT) * (1 - h.square())
    dbngain, dbnbias = (dhpreact * bnraw).sum(0)[None], dhpreact.sum(0)[None]
    dhprebn = bngain * bnvar_inv * (dhpreact - dbnbias / n - bnraw * dbngain / (n - 1))
    dW1, db1 = embcat.mT @ dhprebn, dhprebn.sum(0)
    demb = (dhprebn @ W1.mT).view_as(emb)
    dC = torch.zeros_like(C).index_put((Xb,), demb, accumulate=True)
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
