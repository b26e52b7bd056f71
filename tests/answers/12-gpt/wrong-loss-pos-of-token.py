# fails: logits; loss
# because: The position table is indexed with the token numbers; its row is t, where the token stands.
# batch: 2
# told: true author loss: position looked up by the token
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[idx]
    for blk in blocks:
        h = blk(h)
    logits = ln_f(h) @ Wlm + blm
    loss = None if tgt is None else F.cross_entropy(logits.flatten(0, 1), tgt.flatten())
    return logits, loss
