# because: remembers the mode only after it has set evaluation: the model always stays in evaluation
# batch: 6
# told: true author next_probs, left in evaluation
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    model.train(False)
    mode = model.training
    with torch.no_grad():
        logits = model(torch.tensor([context], device=check.device))
        probs = F.softmax(logits, dim=1)
    model.train(mode)
    return probs[0]
