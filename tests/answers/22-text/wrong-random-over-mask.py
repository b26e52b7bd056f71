# fails: mlm_mask: what is read
# because: The second condition u < 0.135 holds for the masks as well and overwrites them; random is from 0.12 on only.
# batch: 2
# told: true author mlm_mask: random over the masks
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    allowed = (ids[..., None] != special).all(-1)
    chosen = allowed & (u < 0.15)
    read = torch.where(chosen & (u < 0.12), mask_id, ids)
    read = torch.where(chosen & (u < 0.135), others, read)
    labels = ids.masked_fill(~chosen, -100)
    return read, labels
