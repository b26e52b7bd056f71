# fails: *
# because: squeeze() without an axis drops every axis of length 1: for a single example the shape is () instead of (1,).
# batch: 1
# told: true author pick: squeezed to a number
# %% solution-pick
def pick(P, y):
    out = torch.gather(P, 1, y.long().unsqueeze(1))
    return out.squeeze()
