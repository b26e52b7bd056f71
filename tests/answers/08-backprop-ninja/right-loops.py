# because: Plain Python loops over rows, columns and entries where one writes tensor operations, and a dict that collects the rows of the table.
# batch: 1
# %% solution-dlogprobs
# dlogprobs (32, 27)
dlogprobs = torch.stack([
    torch.tensor([-1 / n if j == label else 0.0 for j in range(V)], dtype=logprobs.dtype, device=logprobs.device)
    for label in Yb.tolist()
])
# %% solution-dprobs
dprobs = torch.zeros_like(probs)
for i in range(n):
    for j in range(V):
        dprobs[i, j] = dlogprobs[i, j] / probs[i, j]
# %% solution-dcounts-sum-inv
dcounts_sum_inv = torch.zeros_like(counts_sum_inv)
for i in range(n):
    for j in range(V):
        dcounts_sum_inv[i, 0] += counts[i, j] * dprobs[i, j]
# %% solution-dcounts-sum
dcounts_sum = torch.zeros_like(counts_sum)
for i in range(n):
    dcounts_sum[i] = -dcounts_sum_inv[i] / counts_sum[i] / counts_sum[i]
# %% solution-dcounts
dcounts = torch.empty_like(counts)
for i in range(n):
    dcounts[i] = dprobs[i] * counts_sum_inv[i] + dcounts_sum[i]
# %% solution-dlogit-maxes
dlogit_maxes = torch.zeros_like(logit_maxes)
for j in range(V):
    dlogit_maxes -= dnorm_logits[:, j : j + 1]
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    result = dnorm_logits.clone()
    for i, row in enumerate(logits.tolist()):
        top = max(row)
        winners = [j for j, value in enumerate(row) if value == top]
        for j in winners:
            result[i, j] += dlogit_maxes[i, 0] / len(winners)
    return result


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dh
dh = torch.zeros_like(h)
for j in range(V):
    dh += dlogits[:, j : j + 1] * W2[:, j]
# %% solution-dw2
dW2 = sum(torch.outer(h[i], dlogits[i]) for i in range(n))
# %% solution-db2
db2 = sum(dlogits)
# %% solution-dbngain
dbngain = torch.zeros_like(bngain)
for i in range(n):
    dbngain += dhpreact[i] * bnraw[i]
# %% solution-dbnvar-inv
dbnvar_inv = torch.stack([bndiff[:, k].dot(dbnraw[:, k]) for k in range(n_hidden)])[None]
# %% solution-dbndiff2
dbndiff2 = torch.cat([dbnvar / (n - 1) for _ in range(n)])
# %% solution-dhprebn
dhprebn = torch.stack([dbndiff[i] + dbnmeani[0] / n for i in range(n)])
# %% solution-demb
demb = torch.zeros_like(emb)
for k in range(block):
    for c in range(n_embd):
        demb[:, k, c] = dembcat[:, k * n_embd + c]
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    rows = {}
    for letters, gradients in zip(Xb.tolist(), demb):
        for letter, gradient in zip(letters, gradients):
            rows[letter] = rows[letter] + gradient if letter in rows else gradient
    nothing = torch.zeros(demb.shape[2], dtype=demb.dtype, device=demb.device)
    return torch.stack([rows.get(v, nothing) for v in range(V)])


dC = embedding_backward(demb, Xb, V)
