# fails: loss
# because: logits.view(B, V, T) only relabels the numbers in memory; the dimensions must be exchanged with transpose(1, 2).
# batch: 2
# told: true author loss: view for transpose
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[:T]
    for f in blocks:
        h = f(h)
    logits = ln_f(h) @ Wlm + blm
    if tgt is None:
        return logits, None
    loss = F.cross_entropy(logits.reshape(B, -1, T), tgt)
    return logits, loss
