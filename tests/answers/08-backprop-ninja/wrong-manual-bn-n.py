# fails: manual_backward, C and W1
# because: In BatchNorm's short formula the variance's part is divided by n (torch's own layer); this variance divides by n - 1.
# batch: 2
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    (
        emb, embcat, hprebn, bnmeani, bndiff, bndiff2, bnvar, bnvar_inv, bnraw, hpreact, h,
        logits, logit_maxes, norm_logits, counts, counts_sum, counts_sum_inv, probs, logprobs,
    ) = itemgetter(*STEPS)(c)
    dlogits = probs.clone()
    dlogits[torch.arange(n), Yb] -= 1.0
    dlogits = dlogits / n
    dW2, db2, dh = h.T @ dlogits, dlogits.sum(0), dlogits @ W2.T
    dhpreact = dh * (1 - h**2)
    dbngain, dbnbias = (dhpreact * bnraw).sum(0, keepdim=True), dhpreact.sum(0, keepdim=True)
    dxhat = dhpreact * bngain
    dhprebn = bnvar_inv * (dxhat - dxhat.mean(0, keepdim=True) - bnraw * (dxhat * bnraw).mean(0, keepdim=True))
    dW1, db1, dembcat = embcat.T @ dhprebn, dhprebn.sum(0), dhprebn @ W1.T
    dC = embedding_backward(dembcat.reshape(emb.shape), Xb, C.shape[0])
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
