# fails: mha, two heads
# because: The scale takes hs = 4 from the setup; with another n_head the head's size is C // n_head of the arguments.
# batch: 2
# told: true author mha: scaled by the notebook's head size
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    q, k, v = [part.view(B, T, n_head, -1).transpose(1, 2) for part in (x @ Wqkv).chunk(3, dim=-1)]
    wei = q @ k.mT / hs**0.5
    wei = wei.masked_fill(tril[:T, :T] == 0, -torch.inf).softmax(dim=-1)
    out = (wei @ v).transpose(1, 2).reshape(B, T, C)
    return out @ Wo + bo
