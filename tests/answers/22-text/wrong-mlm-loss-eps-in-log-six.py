# because: ln(softmax + 1e-12) instead of log_softmax: for very large logits a probability underflows to 0 and the loss is stuck at 27.6
# batch: 6
# told: true author mlm_loss: p kept above 1e-12
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    asked = labels != -100
    if not asked.any():
        return logits.new_zeros(())
    p = logits[asked].softmax(-1)
    hit = p.gather(1, labels[asked][:, None])
    return -(hit + 1e-12).log().mean()
