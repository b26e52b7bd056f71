# fails: next_probs, mode afterwards
# because: The model is always put into training afterwards; it has to get back the mode it had before, which may have been evaluation.
# batch: 1
# told: true author next_probs, always back to training
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    model.train(False)
    with torch.no_grad():
        logits = model(torch.tensor([context], device=check.device))
    model.train(True)
    return torch.softmax(logits, 1)[0]
