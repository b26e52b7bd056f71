# because: einsum and functional tools, masks by comparison
# batch: 2
# %% solution-masks
def pad_mask(seq, idx):
    return torch.isin(seq, torch.tensor([idx], device=seq.device)).unflatten(1, (1, 1, -1))


def subsequent_mask(T):
    return torch.zeros(T, T, dtype=torch.bool).index_put(tuple(torch.triu_indices(T, T, 1)), torch.tensor(True))


def decoder_mask(seq, idx):
    return torch.maximum(pad_mask(seq, idx).int(), subsequent_mask(seq.shape[1]).int().to(seq.device)).bool()
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    Wq, Wk, Wv, Wo = (w.to(q.dtype) for w in W)
    cut = lambda M: M.unflatten(1, (nh, -1))
    Q = torch.einsum("btd,dhs->bhts", q, cut(Wq))
    K = torch.einsum("btd,dhs->bhts", kv, cut(Wk))
    V = torch.einsum("btd,dhs->bhts", kv, cut(Wv))
    s = torch.einsum("bhqs,bhks->bhqk", Q * Q.shape[-1] ** -0.5, K)
    s = s.masked_fill(mask, -1e9)
    wei = (s - s.amax(-1, keepdim=True)).exp()
    wei = F.normalize(wei, p=1, dim=-1)
    return wei, torch.einsum("bhqk,bhks,hsd->bqd", wei, V, Wo.unflatten(0, (nh, -1)))
# %% solution-decoder
def add_norm(x, fx):
    z = torch.stack([x, fx]).sum(0)
    return F.group_norm(z.flatten(0, 1), 1).view(z.shape)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    from functools import reduce

    steps = [lambda a: self_attend(a, a, y_mask), lambda a: cross_attend(a, memory, memory_mask), ffn]
    return reduce(lambda a, f: add_norm(a, f(a)), steps, y)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    logp = logits - logits.logsumexp(-1, keepdim=True)
    each = torch.einsum("btk,btk->bt", -q, logp).masked_fill(y == idx, 0)
    return each, each.sum().div(torch.count_nonzero(y - idx))
