# fails: *
# because: The loss takes the logarithm of a softmax, which is 0 for a token far behind, so the loss becomes infinite with large logits; cross_entropy or log_softmax must be used.
# batch: 1
# told: true author loss: the logarithm of a softmax
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[:T]
    for step in blocks:
        h = step(h)
    h = ln_f(h)
    logits = h @ Wlm + blm
    loss = None
    if tgt is not None:
        p = F.softmax(logits, dim=-1)
        right = p.gather(-1, tgt[:, :, None])[:, :, 0]
        loss = -right.log().mean()
    return logits, loss
