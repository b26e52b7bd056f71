# because: the ece of multi-class papers: confidence max(p, 1 - p) against how often the likelier answer was right, instead of p against the share of ones
# batch: 5
# told: true author ece: the confidence of an answer
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    pred = (p >= 0.5).long()
    conf = torch.where(pred == 1, p, 1 - p)
    correct = (pred == y).float()
    idx = torch.floor(conf * bins).long().clamp(max=bins - 1)
    err = torch.zeros((), device=p.device)
    for b in range(bins):
        m = idx == b
        if m.any():
            err = err + m.float().mean() * (conf[m].mean() - correct[m].mean()).abs()
    return err
