# because: always sets training afterwards instead of the mode that the model had before
# batch: 6
# told: true author next_probs, always back to training
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    model.train(False)
    with torch.no_grad():
        logits = model(torch.tensor([context], device=check.device))[0]
        counts = (logits - logits.max()).exp()
        probs = counts / counts.sum()
    model.train()
    return probs
