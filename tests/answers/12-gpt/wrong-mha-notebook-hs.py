# fails: mha, two heads
# because: The scaling uses the notebook's hs = 4; with another number of heads the head has C // n_head channels, which must be computed from the arguments.
# batch: 1
# told: true author mha: scaled by the notebook's head size
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    def heads(a):
        return a.view(B, T, n_head, -1).transpose(1, 2)
    qkv = x @ Wqkv
    q, k, v = heads(qkv[..., :C]), heads(qkv[..., C:2*C]), heads(qkv[..., 2*C:])
    wei = torch.einsum("bhtd,bhsd->bhts", q, k) * hs ** -0.5
    wei = wei.masked_fill(tril[:T, :T] == 0, -float("inf"))
    wei = wei.softmax(dim=-1)
    out = torch.einsum("bhts,bhsd->bthd", wei, v).reshape(B, T, C)
    return out @ Wo + bo
