# fails: *
# because: The blocks are taken out of the caller's list with pop, so the list is empty at the next call and the model has no blocks any more; one must only run over it.
# batch: 1
# told: true author loss: eats the blocks
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[:T]
    while blocks:
        nxt = blocks.pop(0)
        h = nxt(h)
    logits = ln_f(h) @ Wlm + blm
    loss = F.cross_entropy(logits.transpose(1, 2), tgt) if tgt is not None else None
    return logits, loss
