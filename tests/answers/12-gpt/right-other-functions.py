# because: F.linear, baddbmm, one-hot products instead of indexing, nll_loss, a class for the heads
# batch: 1
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    both = [[data[s + shift : s + shift + T] for s in starts.tolist()] for shift in (0, 1)]
    x, y = (torch.stack(rows) for rows in both)
    return x, y
# %% solution-mha
class Heads:
    def __init__(self, n, T):
        self.n, self.open = n, tril[:T, :T].bool()

    def cut(self, a):
        return torch.stack(a.chunk(self.n, dim=-1), dim=1)

    def join(self, a):
        return torch.cat(a.unbind(1), dim=-1)

    def mix(self, q, k, v):
        s = torch.matmul(q, k.mT) / q.size(-1) ** 0.5
        return torch.matmul(torch.where(self.open, s, -torch.inf).softmax(-1), v)


def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    h = Heads(n_head, x.shape[1])
    q, k, v = (h.cut(F.linear(x, W.T)) for W in Wqkv.chunk(3, dim=1))
    return F.linear(h.join(h.mix(q, k, v)), Wo.T, bo)
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    C = x.shape[-1]
    d = torch.sub(x, x.sum(-1, keepdim=True), alpha=1 / C)
    return d / torch.sqrt(d.norm(dim=-1, keepdim=True) ** 2 / C + eps) * g + b
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    return F.linear(F.threshold(F.linear(x, W1.T, b1), 0.0, 0.0), W2.T, b2)
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    def residual(norm, work):
        return lambda a: a + drop(work(norm(a)))

    return residual(ln2, feed)(residual(ln1, attend)(x))
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    from functools import reduce

    B, T = idx.shape
    h = F.embedding(idx, tok) + pos.narrow(0, 0, T)
    logits = F.linear(ln_f(reduce(lambda a, f: f(a), blocks, h)), Wlm.T, blm)
    loss = None if tgt is None else F.nll_loss(logits.log_softmax(-1).movedim(-1, 1), tgt)
    return logits, loss
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    powers = 10 ** torch.arange(n, device=a.device)
    question = [v[:, None] // powers.flip(0) % 10 for v in (a, b)]
    answer = digits(a + b, n + 1)
    x = torch.cat([*question, answer[:, :n]], dim=1)
    y = torch.cat([torch.full((len(a), 2 * n - 1), -100, device=a.device, dtype=answer.dtype), answer], dim=1)
    return x, y
