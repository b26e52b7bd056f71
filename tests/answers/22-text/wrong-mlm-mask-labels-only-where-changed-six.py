# because: labels only the places whose token has changed, so the chosen 10 % that stay as they are (and random tokens that happen to be the original) get -100
# batch: 6
# told: true author mlm_mask: labels where the token changed
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    usual = ~torch.isin(ids, special)
    read = torch.where(usual & (u < 0.12), torch.full_like(ids, mask_id), ids)
    read = torch.where(usual & (u >= 0.12) & (u < 0.135), others, read)
    labels = torch.where(read != ids, ids, torch.full_like(ids, -100))
    return read, labels
