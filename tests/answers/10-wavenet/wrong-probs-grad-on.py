# fails: next_probs, autograd afterwards
# because: Autograd is switched on at the end in any case; it has to be as it was before (no_grad as a context does that).
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    was = model.training
    model.train(False)
    torch.set_grad_enabled(False)
    x = torch.tensor([context], device=check.device)
    probs = torch.softmax(model(x), dim=1)[0]
    torch.set_grad_enabled(True)
    model.train(was)
    return probs
