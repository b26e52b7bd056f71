# because: Every sum and product as einsum, the broadcasts as expand.
# batch: 2
# %% solution-dlogprobs
dlogprobs = torch.einsum("i,ij->ij", logprobs.new_full((n,), -1 / n), F.one_hot(Yb, V).to(logprobs.dtype))
# %% solution-dprobs
dprobs = torch.div(dlogprobs, probs)
# %% solution-dcounts-sum-inv
dcounts_sum_inv = torch.einsum("ij,ij->i", dprobs, counts).unsqueeze(1)
# %% solution-dcounts-sum
dcounts_sum = torch.einsum("ik,ik,ik->ik", dcounts_sum_inv, counts_sum_inv, -counts_sum_inv)
# %% solution-dcounts
dcounts = torch.einsum("ij,ik->ij", dprobs, counts_sum_inv) + dcounts_sum.expand(-1, V)
# %% solution-dnorm-logits
dnorm_logits = torch.einsum("ij,ij->ij", counts, dcounts)
# %% solution-dlogit-maxes
dlogit_maxes = torch.einsum("ij->i", -dnorm_logits)[:, None]
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """Both parts, the second as a row-normalised mask."""
    ties = torch.eq(logits, logit_maxes).to(dnorm_logits.dtype)
    return torch.addcmul(dnorm_logits, F.normalize(ties, p=1, dim=1), dlogit_maxes)


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
# %% solution-dh
dh = torch.einsum("ij,kj->ik", dlogits, W2)
# %% solution-dw2
dW2 = torch.einsum("ik,ij->kj", h, dlogits)
# %% solution-db2
db2 = torch.einsum("ij->j", dlogits)
# %% solution-dhpreact
dhpreact = dh / torch.cosh(hpreact) ** 2
# %% solution-dbngain
dbngain = torch.einsum("ik,ik->k", dhpreact, bnraw)[None]
# %% solution-dbnbias
dbnbias = torch.ones(1, n, dtype=h.dtype, device=h.device) @ dhpreact
# %% solution-dbnraw
dbnraw = torch.einsum("ik,ok->ik", dhpreact, bngain)
# %% solution-dbnvar-inv
dbnvar_inv = torch.einsum("ik,ik->k", dbnraw, bndiff).view(1, -1)
# %% solution-dbnvar
dbnvar = -dbnvar_inv * bnvar_inv**3 / 2
# %% solution-dbndiff2
dbndiff2 = (dbnvar / (n - 1)).repeat(n, 1)
# %% solution-dbndiff
dbndiff = torch.addcmul(dbnraw * bnvar_inv, bndiff, dbndiff2, value=2)
# %% solution-dbnmeani
dbnmeani = -torch.einsum("ik,ok->k", dbnraw, bnvar_inv)[None]  # the other part sums to 0
# %% solution-dhprebn
dhprebn = dbndiff - dbndiff.mean(0)
# %% solution-demb
demb = dembcat.unflatten(1, (block, n_embd))
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """A product with the one-hot letters."""
    return torch.einsum("ikv,ike->ve", F.one_hot(Xb, V).to(demb.dtype), demb)


dC = embedding_backward(demb, Xb, V)
