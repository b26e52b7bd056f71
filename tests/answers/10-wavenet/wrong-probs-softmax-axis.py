# fails: next_probs, probabilities
# because: The softmax of the (1, V) logits runs over axis 0, the batch of one, and makes every probability 1; it must run over the V letters.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    m = model.training
    model.train(False)
    with torch.no_grad():
        p = torch.softmax(model(torch.tensor([context], device=check.device)), dim=0)
    model.train(m)
    return p[0]
