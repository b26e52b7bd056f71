# fails: mha
# because: Hidden scores are set to -1e-9, which is nearly 0, and not to minus infinity, so the future is still looked at.
# batch: 2
# told: true author mha: the future gets score 0
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    size = C // n_head

    def heads(a):
        return a.reshape(B, T, n_head, size).transpose(1, 2)

    q, k, v = map(heads, (x @ Wqkv).chunk(3, -1))
    wei = (q @ k.transpose(2, 3)) / size**0.5
    wei = torch.where(tril[:T, :T] == 0, -1e-9, wei)
    wei = wei.softmax(-1)
    return (wei @ v).transpose(1, 2).flatten(2) @ Wo + bo
