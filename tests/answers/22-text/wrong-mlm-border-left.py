# fails: *
# because: The borders are compared with <=, so they belong to the part on their left; each belongs to the part on its right.
# batch: 1
# told: true author mlm_mask: borders to the left
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    chosen = (u < 0.15) & ~torch.isin(ids, special)
    labels = torch.where(chosen, ids, -100)
    read = torch.where(chosen & (u <= 0.12), mask_id, ids)
    read = torch.where(chosen & (u > 0.12) & (u <= 0.135), others, read)
    return read, labels
