# fails: loss
# because: The targets are shifted once more inside the function; get_batch has done that already, so all B*T positions count as they are.
# batch: 2
# told: true author loss: targets shifted twice
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[:T]
    for b in blocks:
        h = b(h)
    logits = ln_f(h) @ Wlm + blm
    if tgt is None:
        loss = None
    else:
        # position t predicts t + 1
        pred, want = logits[:, :-1], tgt[:, 1:]
        loss = F.cross_entropy(pred.transpose(1, 2), want)
    return logits, loss
