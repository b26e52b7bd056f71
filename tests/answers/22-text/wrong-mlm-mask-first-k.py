# because: takes the tokens below len(special) for the special ones instead of those listed in special: right only where they are 0 to K-1, as in the example
# batch: 5
# told: true author mlm_mask: the smallest numbers spared
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    normal = ids >= len(special)  # the special tokens come first in the vocabulary
    chosen = normal & (u < 0.15)
    read = ids.clone()
    read[chosen & (u < 0.135)] = others[chosen & (u < 0.135)]
    read[chosen & (u < 0.12)] = mask_id
    labels = ids.clone()
    labels[~chosen] = -100
    return read, labels
