# fails: *
# because: The batch size 32 is written into the function (range(32), / 32); it has to be the n of this batch, or every other batch size goes wrong.
# batch: 1
# told: true author manual_backward, 32 in the mean
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    (
        emb, embcat, hprebn, bnmeani, bndiff, bndiff2, bnvar, bnvar_inv, bnraw, hpreact, h,
        logits, logit_maxes, norm_logits, counts, counts_sum, counts_sum_inv, probs, logprobs,
    ) = itemgetter(*STEPS)(c)
    dlogits = probs - F.one_hot(Yb, probs.shape[1]).to(probs.dtype)
    dlogits = dlogits / 32
    dh = dlogits @ W2.T
    dW2 = h.T @ dlogits
    db2 = dlogits.sum(0)
    dhpreact = dh * (1 - h**2)
    dbngain = (dhpreact * bnraw).sum(0, keepdim=True)
    dbnbias = dhpreact.sum(0, keepdim=True)
    dbnraw = bngain * dhpreact
    dbnvar_inv = (dbnraw * bndiff).sum(0, keepdim=True)
    dbnvar = -0.5 * (bnvar + 1e-5) ** -1.5 * dbnvar_inv
    dbndiff2 = dbnvar / (n - 1) * torch.ones_like(bndiff2)
    dbndiff = bnvar_inv * dbnraw + 2 * bndiff * dbndiff2
    dbnmeani = -dbndiff.sum(0, keepdim=True)
    dhprebn = dbndiff + dbnmeani / n
    dembcat = dhprebn @ W1.T
    dW1 = embcat.T @ dhprebn
    db1 = dhprebn.sum(0)
    demb = dembcat.view(emb.shape)
    dC = embedding_backward(demb, Xb, C.shape[0])
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
