# fails: next_probs, probabilities
# because: The model is asked in training, where a batch of one has no variance; it has to be set to evaluation first.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    with torch.no_grad():
        logits = model(torch.tensor([context], device=check.device))
    return logits.softmax(1)[0]
