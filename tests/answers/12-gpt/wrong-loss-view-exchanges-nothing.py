# fails: loss; loss, seven tokens
# because: The logits are brought to (B, V, T) by a view, which exchanges nothing, so the loss compares numbers of the wrong tokens; transpose(1, 2) or rows of all positions are needed.
# batch: 1
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
    V = logits.shape[-1]
    loss = F.cross_entropy(logits.reshape(B, V, T), tgt)
    return logits, loss
