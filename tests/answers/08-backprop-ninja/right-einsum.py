# because: Everything by einsum, expand and matrix products with vectors of ones; sums written as products, the table as a product with a one-hot matrix.
# batch: 1
# %% solution-dlogprobs
dlogprobs = -torch.eye(V, dtype=logprobs.dtype, device=logprobs.device)[Yb] / n
# %% solution-dprobs
dprobs = torch.einsum("ij,ij->ij", dlogprobs, probs.reciprocal())
# %% solution-dcounts-sum-inv
dcounts_sum_inv = torch.einsum("ij,ij->i", dprobs, counts).unsqueeze(1)
# %% solution-dcounts-sum
dcounts_sum = -(counts_sum_inv.square() * dcounts_sum_inv)
# %% solution-dcounts
dcounts = torch.addcmul(dcounts_sum.expand(-1, V), dprobs, counts_sum_inv.expand(-1, V))
# %% solution-dnorm-logits
dnorm_logits = torch.mul(torch.exp(norm_logits), dcounts)
# %% solution-dlogit-maxes
dlogit_maxes = dnorm_logits @ -torch.ones(V, 1, dtype=logits.dtype, device=logits.device)
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    top = (logits >= logit_maxes).to(dnorm_logits.dtype)
    return dnorm_logits + F.normalize(top, p=1, dim=1) * dlogit_maxes


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dh
dh = torch.einsum("ij,kj->ik", dlogits, W2)
# %% solution-dw2
dW2 = torch.einsum("ik,ij->kj", h, dlogits)
# %% solution-db2
db2 = torch.einsum("ij->j", dlogits)
# %% solution-dhpreact
dhpreact = dh / torch.cosh(hpreact) ** 2   # 1 - tanh^2 = 1 / cosh^2
# %% solution-dbngain
dbngain = torch.einsum("ik,ik->k", dhpreact, bnraw)[None, :]
# %% solution-dbnbias
dbnbias = torch.ones(1, n, dtype=h.dtype, device=h.device) @ dhpreact
# %% solution-dbnraw
dbnraw = dhpreact @ torch.diag(bngain[0])
# %% solution-dbnvar-inv
dbnvar_inv = torch.diagonal(bndiff.T @ dbnraw).unsqueeze(0)
# %% solution-dbnvar
dbnvar = -dbnvar_inv * bnvar_inv**3 / 2
# %% solution-dbndiff2
dbndiff2 = (dbnvar / (n - 1)).expand_as(bndiff2)
# %% solution-dbndiff
dbndiff = torch.einsum("k,ik->ik", bnvar_inv[0], dbnraw) + torch.einsum("ik,ik->ik", bndiff + bndiff, dbndiff2)
# %% solution-dbnmeani
dbnmeani = -torch.einsum("ik->k", dbndiff).view(1, -1)
# %% solution-dhprebn
centre = torch.eye(n, dtype=h.dtype, device=h.device) - 1 / n
dhprebn = centre @ dbndiff
# %% solution-dembcat
dembcat = F.linear(dhprebn, W1)
# %% solution-dw1
dW1 = torch.tensordot(embcat, dhprebn, dims=([0], [0]))
# %% solution-db1
db1 = torch.einsum("ik->k", dhprebn)
# %% solution-demb
demb = torch.stack(dembcat.chunk(block, dim=1), dim=1)
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    return torch.einsum("nkv,nke->ve", F.one_hot(Xb, V).to(demb.dtype), demb)


dC = embedding_backward(demb, Xb, V)
