# fails: *
# because: .view(-1) needs numbers that lie one after the other in memory; for a table that is a view it fails (reshape or a double index would do).
# batch: 1
# told: true author pick: view
# %% solution-pick
def pick(P, y):
    N, K = P.shape
    # number i * K + y[i] in the flat table
    return P.view(-1)[torch.arange(N, device=P.device) * K + y]
