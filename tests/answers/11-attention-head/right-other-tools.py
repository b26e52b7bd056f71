# because: baddbmm, F.linear, F.normalize, tril_indices, where and finfo.
# batch: 2
# %% solution-softmax
def avg_past_softmax(x):
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    past = torch.tril_indices(T, T, device=x.device)
    hidden = torch.full_like(scores, -float("inf"))
    hidden[past[0], past[1]] = 0.0
    wei = torch.log_softmax(scores + hidden, dim=1).exp()
    xbow = wei.expand(B, T, T).bmm(x)
    return wei, xbow
# %% solution-qkv
q, k, v = (F.linear(x, W.T) for W in (Wq, Wk, Wv))
# %% solution-scores
scores = torch.baddbmm(torch.zeros(B, T, T, device=x.device), q, k.mT, beta=0, alpha=hs**-0.5)
# %% solution-wei
wei = (scores + (1 - tril).masked_fill(tril == 0, -float("inf"))).softmax(-1)
# %% solution-head
def head(x, Wq, Wk, Wv):
    B, T, C = x.shape
    q, k, v = x.matmul(torch.cat([Wq, Wk, Wv], 1)).split([Wq.shape[1], Wk.shape[1], Wv.shape[1]], dim=-1)
    scores = (q * Wq.shape[1] ** -0.5) @ k.mT
    wei = scores.masked_fill(~tril[:T, :T].bool(), -torch.inf).softmax(-1)
    return wei, torch.bmm(wei, v)
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    lowest = torch.finfo(scores.dtype).min
    return torch.where(mask, scores.new_tensor(lowest), scores).softmax(-1)
# %% solution-cosine
def cosine(q, k):
    return F.normalize(q, dim=-1, eps=1e-8) @ F.normalize(k, dim=-1, eps=1e-8).mT
