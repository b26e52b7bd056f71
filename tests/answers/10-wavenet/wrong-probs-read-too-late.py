# fails: next_probs, mode afterwards
# because: The old mode is read after the model was set to evaluation, so it is always False.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    model.train(False)
    old = model.training
    with torch.no_grad():
        logits = model(torch.tensor(context, device=check.device).unsqueeze(0))
    model.train(old)
    return logits.softmax(1).flatten()
