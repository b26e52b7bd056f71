# because: A softmax written by hand (largest score first), masks from triangles by comparison, squares as products of pairs.
# batch: 2
# %% solution-loop
def avg_past_loop(x):
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            xbow[b, t] = x[b, t] if t == 0 else xbow[b, t - 1] + (x[b, t] - xbow[b, t - 1]) / (t + 1)
    return xbow
# %% solution-masks
def mask_upper(T):
    return torch.arange(T)[:, None].lt(torch.arange(T))


def mask_lower(T):
    return mask_upper(T).T


def pad(seq, idx):
    return torch.eq(seq, idx)[:, None]
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    s = torch.masked_fill(scores, mask, -1e9)
    e = torch.exp(s - s.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)
# %% solution-dots
def dot(q, k):
    return (q[:, :, None] * k[:, None]).sum(-1)


def squared_dot(q, k):
    return (q[:, :, None] * k[:, None]).square().sum(-1)


def reversed_dot(q, k):
    d = q.shape[-1]
    return sum(q[:, :, i, None] * k[:, None, :, d - 1 - i] for i in range(d))
# %% solution-cosine
def cosine(q, k):
    def unit(a):
        return a / torch.clamp(torch.linalg.vector_norm(a, dim=-1, keepdim=True), min=1e-8)

    return dot(unit(q), unit(k))
