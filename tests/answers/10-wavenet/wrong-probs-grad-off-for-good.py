# fails: *
# because: torch.set_grad_enabled(False) is never switched back, so after the first question nothing in the notebook has a graph any more; it should be a `with torch.no_grad():` block.
# batch: 1
# told: true author next_probs, autograd switched off for good
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    training = model.training
    model.train(False)
    torch.set_grad_enabled(False)   # no graph
    scores = model(torch.tensor(context, device=check.device)[None])
    model.train(training)
    return torch.softmax(scores[0], dim=-1)
