# fails: *
# because: The mask is built at the first call and kept on the function, so later calls with another length get the old triangle; it must be cut to [:T, :T] at each call.
# batch: 1
# told: true author mha: the mask of the first call
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    d = C // n_head
    if not hasattr(mha, "hidden"):
        mha.hidden = tril[:T, :T] == 0   # build it only once
    q, k, v = (x @ Wqkv).view(B, T, 3, n_head, d).permute(2, 0, 3, 1, 4)
    wei = (q @ k.transpose(-1, -2)) / d**0.5
    wei = wei.masked_fill(mha.hidden, float("-inf"))
    wei = torch.softmax(wei, -1)
    out = (wei @ v).permute(0, 2, 1, 3).flatten(2)
    return out @ Wo + bo
