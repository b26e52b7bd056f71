# fails: mha
# because: The output (B, n_head, T, hs) is reshaped to (B, T, C) without the transpose back, so positions and heads get mixed.
# batch: 2
# told: true author mha: not transposed back
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    qkv = (x @ Wqkv).view(B, T, 3, n_head, C // n_head).permute(2, 0, 3, 1, 4)
    q, k, v = qkv.unbind(0)
    wei = torch.einsum("bhts,bhus->bhtu", q, k) / (C // n_head) ** 0.5
    wei = wei.masked_fill(tril[:T, :T] == 0, float("-inf")).softmax(-1)
    out = (wei @ v).reshape(B, T, C)
    return out @ Wo + bo
