# because: Plain loops over rows, columns and places, lists stacked into tensors.
# batch: 2
# %% solution-dlogprobs
rows = []
for label in Yb.tolist():
    rows.append([-1 / n if j == label else 0.0 for j in range(V)])
dlogprobs = torch.tensor(rows, dtype=logprobs.dtype, device=logprobs.device)
# %% solution-dcounts-sum-inv
dcounts_sum_inv = torch.stack([a.dot(b) for a, b in zip(dprobs, counts)])[:, None]
# %% solution-dcounts
dcounts = torch.stack([dprobs[i] * counts_sum_inv[i] + dcounts_sum[i] for i in range(n)])
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    out = dnorm_logits.clone()
    for i, row in enumerate(logits):
        best = [j for j, value in enumerate(row.tolist()) if value == logit_maxes[i].item()]
        for j in best:
            out[i, j] = out[i, j] + dlogit_maxes[i, 0] / len(best)
    return out


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dw2
dW2 = sum(torch.outer(h[i], dlogits[i]) for i in range(n))
# %% solution-dbngain
dbngain = sum(dhpreact[i : i + 1] * bnraw[i : i + 1] for i in range(n))
# %% solution-dbnvar-inv
dbnvar_inv = torch.stack([(dbnraw[:, k] * bndiff[:, k]).sum() for k in range(n_hidden)]).reshape(1, n_hidden)
# %% solution-dhprebn
dhprebn = torch.empty_like(dbndiff)
for i in range(n):
    dhprebn[i] = dbndiff[i] + dbnmeani[0] / n
# %% solution-dw1
dW1 = torch.zeros_like(W1)
for example, gradient in zip(embcat, dhprebn):
    dW1 = dW1 + example[:, None] * gradient[None, :]
# %% solution-demb
demb = torch.stack([torch.stack([row[10 * k : 10 * k + 10] for k in range(3)]) for row in dembcat])
# %% solution-dc
def embedding_backward(demb, Xb, V):
    rows = []
    for letter in range(V):
        rows.append(demb[Xb == letter].sum(0))
    return torch.stack(rows)


dC = embedding_backward(demb, Xb, V)
