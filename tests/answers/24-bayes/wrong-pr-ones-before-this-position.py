# because: TP_k counts the ones before position k, without the example at k itself.
# batch: 3
# %% solution-pr
def pr_curve(scores, y):
    ranked = y.float()[torch.sort(scores, descending=True).indices]
    hits = torch.cat([ranked.new_zeros(1), ranked.cumsum(0)])[:-1]
    k = torch.arange(len(y), device=y.device) + 1
    precision, recall = hits / k, hits / ranked.sum()
    return precision, recall
