# because: recursion and reduce, searchsorted for drawing
# batch: 2
# %% solution-generate
def draw(p, u):
    k = torch.searchsorted(p.cumsum(1).contiguous(), u[:, None].contiguous(), right=True)
    return k[:, 0].clamp(max=p.shape[1] - 1)
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    if u.shape[1] == 0:
        return idx
    p = probs_fn(idx[:, max(0, idx.shape[1] - block_size) :])[:, -1]
    return generate(probs_fn, torch.column_stack([idx, draw(p, u[:, 0])]), u[:, 1:], block_size)
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    def branch(stream, *fs):
        a = stream
        for f in fs:
            a = f(a)
        return stream + a

    return branch(branch(x, ln1, attend, drop), ln2, feed, drop)
# %% solution-dropout
def dropout(x, p, u, training):
    return torch.where(u >= p, x / (1 - p), 0.0) if training else x
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    C = x.shape[-1]
    d = x - x.mean(-1, keepdim=True)
    return torch.linalg.vector_norm(d, dim=-1, keepdim=True).pow(2).div(C).add(eps).pow(-0.5) * d * g + b
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    h = F.linear(x, W1.T, b1)
    return F.linear(h * (h > 0), W2.T, b2)
