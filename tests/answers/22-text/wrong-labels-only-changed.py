# fails: mlm_mask: labels
# because: Labels are set only where the token read differs; places chosen to stay as they are are asked about too.
# batch: 2
# told: true author mlm_mask: labels where the token changed
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    ok = ~torch.isin(ids, special)
    read = ids.clone()
    read[ok & (u < 0.12)] = mask_id
    swap = ok & (u >= 0.12) & (u < 0.135)
    read[swap] = others[swap]
    labels = torch.where(read != ids, ids, -100)
    return read, labels
