# because: takes the best precision strictly after place k, and that of k itself only at the end of the list
# batch: 6
# told: true author AP: only later places
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    ranked = [bool(hit[i]) for i in torch.argsort(scores, descending=True, stable=True)]
    precision, so_far = [], 0
    for k, yes in enumerate(ranked, 1):
        so_far += yes
        precision.append(so_far / k)
    total = 0.0
    for k, yes in enumerate(ranked):
        if yes:
            later = precision[k + 1:]
            total += max(later) if later else precision[k]
    return total / int(things)
