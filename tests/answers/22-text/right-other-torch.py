# because: nan_to_num, logsigmoid, where, scatter, kthvalue, bmm, baddbmm
# batch: 1
# %% solution-encode
def encode(texts, vocabulary):
    from itertools import zip_longest
    number = dict(zip(vocabulary, range(len(vocabulary))))
    columns = zip_longest(*([number.get(w, 1) for w in t] for t in texts), fillvalue=0)
    return torch.tensor([list(row) for row in zip(*columns)], device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    hidden = torch.where(mask[..., None], x, torch.nan)
    return hidden.nanmean(1).nan_to_num(0.0)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    return mean(E.index_select(0, ids.reshape(-1)).view(*ids.shape, -1), ids.bool())
# %% solution-sentiment
def sentiment(bags, w, b, y):
    z = (bags * w).sum(-1) + b
    return z.sigmoid(), -(y * F.logsigmoid(z) + (1 - y) * F.logsigmoid(-z)).mean()
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    now = {name: p.detach().clone() for name, p in params.items()}
    for _ in range(steps):
        leaves = {name: p.clone().requires_grad_(name not in frozen) for name, p in now.items()}
        loss_of(leaves).backward()
        now = {name: p.detach() if p.grad is None else (p - lr * p.grad).detach() for name, p in leaves.items()}
    return now
# %% solution-attend
def attend(s, enc, pad):
    bias = torch.zeros_like(enc[..., 0]).masked_fill_(pad, -torch.inf)
    weights = F.softmax(torch.bmm(enc, s[..., None])[..., 0] + bias, dim=1)
    return torch.bmm(weights[:, None], enc)[:, 0], weights
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    total = F.cross_entropy(logits.transpose(1, 2), labels, reduction="sum")
    return total / max(int((labels != -100).sum()), 1)
# %% solution-penalise
def penalise(logits, said, penalty):
    seen = torch.zeros(len(logits), dtype=torch.bool, device=logits.device)
    seen[list(set(said))] = True
    worse = torch.minimum(logits * penalty, logits / penalty)
    return torch.where(seen, worse, logits)
# %% solution-temperature
def with_temperature(logits, tau):
    if not tau:
        return (logits == logits.max()).to(logits.dtype)
    return F.log_softmax(logits / tau, 0).exp()
# %% solution-top-k
def top_k(logits, k):
    V = len(logits)
    if k >= V:
        return logits + 0
    return logits.where(logits >= logits.kthvalue(V - k + 1).values, -torch.inf)
# %% solution-top-p
def top_p(logits, p):
    probs = logits.softmax(0)
    before = (probs[None] * (probs[None] > probs[:, None])).sum(1)  # what all likelier tokens have together
    return logits.masked_fill(before >= p, -torch.inf)
