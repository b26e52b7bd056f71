# fails: next_probs, a model inside another
# because: The attribute model.training is set instead of calling train, so the layers inside do not hear of it.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before = model.training
    model.training = False
    with torch.no_grad():
        logits = model(torch.tensor([context], device=check.device))
    model.training = before
    return torch.softmax(logits[0], 0)
