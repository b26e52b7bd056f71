# fails: next_probs, graph on the result
# because: Neither no_grad nor detach: a graph hangs on the result.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode = model.training
    model.train(False)
    out = model(torch.tensor([context], device=check.device))
    model.train(mode)
    return out.softmax(-1).view(-1)
