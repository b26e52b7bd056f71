# because: The per-example losses are turned into floats and wrapped in a new torch.tensor, which has no history, so backward cannot reach the parameters; torch.stack of the tensors keeps the graph.
# fails: gradient
# batch: 1
# told: true author loss: history lost
# %% solution-loss
def cross_entropy(logits, Y):
    out = []
    for z, y in zip(logits, Y):
        z = z - z.max()
        out.append((z.exp().sum().log() - z[y]).item())
    return torch.tensor(out).mean()
