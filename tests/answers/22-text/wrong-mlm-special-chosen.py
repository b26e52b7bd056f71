# fails: mlm_mask: labels
# because: Special tokens are chosen like the others; [PAD], [CLS], [SEP] and [MASK] must never be.
# batch: 1
# told: true author mlm_mask: special tokens masked
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    read, labels = ids.clone(), torch.full_like(ids, -100)
    labels[u < 0.15] = ids[u < 0.15]
    read[u < 0.12] = mask_id
    swap = (u >= 0.12) & (u < 0.135)
    read[swap] = others[swap]
    return read, labels
