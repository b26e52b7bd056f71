# because: the labels are taken from the row after it was overwritten, so a masked place has the label [MASK] and a random one the random token, not the original
# batch: 6
# told: true author mlm_mask: labels from what is read
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    is_special = (ids.unsqueeze(-1) == special).any(-1)
    chosen = (u < 0.15) & ~is_special
    read = ids.clone()
    read[chosen & (u < 0.12)] = mask_id
    swap = chosen & (u >= 0.12) & (u < 0.135)
    read[swap] = others[swap]
    labels = read.clone()
    labels[~chosen] = -100
    return read, labels
