# fails: *
# because: The loss is the logarithm of a softmax, which is -inf once a probability rounds to 0; with logits of hundreds only cross_entropy or log_softmax works.
# batch: 2
# told: true author loss: the logarithm of a softmax
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = tok[idx] + pos[torch.arange(T, device=idx.device)]
    for layer in blocks:
        h = layer(h)
    logits = ln_f(h) @ Wlm + blm
    loss = None
    if tgt is not None:
        probs = torch.softmax(logits, dim=-1)
        loss = -probs.gather(2, tgt[..., None]).log().mean()
    return logits, loss
