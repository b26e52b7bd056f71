# fails: *
# because: `dlogits = probs` is no copy: the subtraction changes the probs inside the cache c, so a second call with the same c starts from spoilt numbers; it needs probs.clone().
# batch: 1
# told: true author manual_backward, the cache overwritten
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    (
        emb, embcat, hprebn, bnmeani, bndiff, bndiff2, bnvar, bnvar_inv, bnraw, hpreact, h,
        logits, logit_maxes, norm_logits, counts, counts_sum, counts_sum_inv, probs, logprobs,
    ) = itemgetter(*STEPS)(c)
    # head in one go
    dlogits = probs
    dlogits[range(n), Yb] -= 1
    dlogits /= n
    # linear 2
    dh, dW2, db2 = dlogits @ W2.T, h.T @ dlogits, dlogits.sum(0)
    dhpreact = (1 - h * h) * dh
    # batchnorm
    dbngain, dbnbias = (dhpreact * bnraw).sum(0, keepdim=True), dhpreact.sum(0, keepdim=True)
    dbnraw = dhpreact * bngain
    dbnvar = -0.5 * bnvar_inv**3 * (dbnraw * bndiff).sum(0, keepdim=True)
    dbndiff = dbnraw * bnvar_inv + 2 * bndiff * dbnvar / (n - 1)
    dhprebn = dbndiff - dbndiff.mean(0, keepdim=True)
    # linear 1, table
    dembcat, dW1, db1 = dhprebn @ W1.T, embcat.T @ dhprebn, dhprebn.sum(0)
    dC = embedding_backward(dembcat.view_as(emb), Xb, len(C))
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
