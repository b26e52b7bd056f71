# because: baddbmm, cosine_similarity, F.linear, cumsum, torch.where and a helper class
# batch: 1
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    return x.cumsum(1) / torch.arange(1, T + 1, device=x.device).view(1, T, 1)
# %% solution-matrix
def avg_past_tril(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), without a loop and without softmax."""
    B, T, C = x.shape
    wei = F.normalize(torch.tril(torch.ones(T, T, device=x.device)), p=1, dim=1)
    xbow = torch.matmul(wei.expand(B, T, T), x)
    return wei, xbow
# %% solution-qkv
q = F.linear(x, Wq.T)
k = F.linear(x, Wk.T)
v = torch.tensordot(x, Wv, dims=1)
# %% solution-scores
scores = torch.bmm(q, k.mT).div(torch.tensor(float(hs)).sqrt().item())
# %% solution-wei
wei = torch.where(tril.bool(), scores, torch.tensor(-torch.inf, device=scores.device)).softmax(2)
# %% solution-out
out = torch.bmm(wei, v)
# %% solution-head
class Head:
    def __init__(self, *weights):
        self.weights = weights
        self.size = weights[0].shape[1]

    def __call__(self, x):
        T = x.shape[1]
        q, k, v = F.linear(x, torch.cat(self.weights, 1).T).split(self.size, dim=-1)
        scores = torch.bmm(q * self.size**-0.5, k.mT)
        scores[:, tril[:T, :T] == 0] = -torch.inf
        wei = scores.softmax(-1)
        return wei, torch.bmm(wei, v)


def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    return Head(Wq, Wk, Wv)(x)
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return ~torch.ones(T, T, dtype=torch.bool).tril()


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    r, c = torch.tril_indices(T, T, offset=-1)
    m = torch.zeros(T, T, dtype=torch.bool)
    m[r, c] = True
    return m


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    return torch.isin(seq, torch.tensor([idx], device=seq.device)).unsqueeze(-2)
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    return torch.where(mask, torch.finfo(scores.dtype).min, scores).softmax(-1)
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    return F.cosine_similarity(q[:, :, None], k[:, None], dim=-1, eps=1e-8)
# %% solution-dots
def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    return torch.matmul(q, k.mT)


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return (q[:, :, None] * k[:, None]).square().sum(-1)


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    swap = torch.eye(q.shape[-1], dtype=q.dtype, device=q.device).fliplr()
    return q @ swap @ k.mT
