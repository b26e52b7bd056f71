# because: manual_backward runs a small list of backward rules in a helper; steps by matrices of ones and log identities.
# batch: 2
# %% solution-dprobs
dprobs = dlogprobs * torch.exp(-logprobs)
# %% solution-dcounts-sum
dcounts_sum = -dcounts_sum_inv / counts_sum / counts_sum
# %% solution-dnorm-logits
dnorm_logits = dcounts * norm_logits.exp()
# %% solution-dlogit-maxes
dlogit_maxes = dnorm_logits @ -torch.ones(V, 1, dtype=logits.dtype, device=logits.device)
# %% solution-dh
dh = (W2 @ dlogits.T).T
# %% solution-db2
db2 = torch.ones(n, dtype=h.dtype, device=h.device) @ dlogits
# %% solution-dbnvar
dbnvar = -0.5 * dbnvar_inv * bnvar_inv / (bnvar + 1e-5)
# %% solution-dembcat
dembcat = F.linear(dhprebn, W1)
# %% solution-manual-backward
def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    n, Xb, Yb, C, W1, W2, bngain = itemgetter("n", "Xb", "Yb", "C", "W1", "W2", "bngain")(c)
    (
        emb, embcat, hprebn, bnmeani, bndiff, bndiff2, bnvar, bnvar_inv, bnraw, hpreact, h,
        logits, logit_maxes, norm_logits, counts, counts_sum, counts_sum_inv, probs, logprobs,
    ) = itemgetter(*STEPS)(c)

    def linear_back(dy, a, w):
        return dy @ w.T, a.T @ dy, dy.sum(0)

    def column_sum(a):
        return a.sum(0, keepdim=True)

    dlogprobs = torch.zeros_like(logprobs)
    dlogprobs[range(n), Yb] = -1 / n
    dprobs = dlogprobs / probs
    dsum = -((dprobs * counts).sum(1, keepdim=True)) * counts_sum_inv**2
    dlogits = (dprobs * counts_sum_inv + dsum) * counts
    dh, dW2, db2 = linear_back(dlogits, h, W2)
    dhpreact = dh - dh * h * h
    dbngain, dbnbias = column_sum(dhpreact * bnraw), column_sum(dhpreact)
    dbnraw = bngain * dhpreact
    dbnvar = column_sum(dbnraw * bndiff) * bnvar_inv**3 / -2
    dbndiff = bnvar_inv * dbnraw + bndiff * (2 / (n - 1) * dbnvar)
    dhprebn = dbndiff - column_sum(dbndiff) / n
    dembcat, dW1, db1 = linear_back(dhprebn, embcat, W1)
    width = C.shape[1]
    dC = torch.zeros_like(C)
    for k in range(Xb.shape[1]):
        for i in range(n):
            dC[Xb[i, k]] += dembcat[i, k * width : (k + 1) * width]
    return {"C": dC, "W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "bngain": dbngain, "bnbias": dbnbias}
