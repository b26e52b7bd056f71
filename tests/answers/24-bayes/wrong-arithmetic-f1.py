# fails: f1: precision, recall, F1
# because: F1 is taken as the plain mean of both; it is the harmonic one, 2PR / (P + R).
# batch: 2
# told: true author f1: the plain mean
# %% solution-f1
def f1(said, y):
    hits = (said * y).sum().item()
    precision = hits / max(said.sum().item(), 1)
    recall = hits / max(y.sum().item(), 1)
    both = (precision + recall) / 2
    return precision, recall, both
