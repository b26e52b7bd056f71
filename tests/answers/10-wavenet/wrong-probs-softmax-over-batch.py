# fails: next_probs, probabilities
# because: The softmax of (1, V) is taken over axis 0, the batch of one, so every probability is 1; it goes over the letters.
# batch: 1
# told: true author next_probs, softmax over the batch
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode = model.training
    model.train(False)
    with torch.no_grad():
        probs = torch.softmax(model(torch.tensor([context], device=check.device)), dim=0)
    model.train(mode)
    return probs.view(-1)
