# fails: mha; mha, two heads
# because: The outputs (B, n_head, T, hs) are reshaped straight to (B, T, C) without exchanging heads and time back, so positions and heads are mixed; transpose(1, 2) must come first.
# batch: 1
# told: true author mha: not transposed back
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    q, k, v = [a.view(B, T, n_head, C // n_head).transpose(1, 2) for a in (x @ Wqkv).chunk(3, dim=-1)]
    scores = q @ k.mT / (C // n_head) ** 0.5
    scores = scores.masked_fill(tril[:T, :T] == 0, -torch.inf)
    out = scores.softmax(-1) @ v
    out = out.reshape(B, T, C)  # view complained
    return out @ Wo + bo
