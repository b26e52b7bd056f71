# because: the borders 0.12, 0.135 and 0.15 are counted to the part on their left (<= instead of <)
# batch: 5
# told: true author mlm_mask: all borders to the left
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    ok = ~torch.isin(ids, special)
    chosen = ok & (u <= 0.15)
    masked = ok & (u <= 0.12)
    random = ok & (u > 0.12) & (u <= 0.135)
    read = torch.where(masked, mask_id, ids)
    read = torch.where(random, others, read)
    labels = torch.where(chosen, ids, -100)
    return read, labels
