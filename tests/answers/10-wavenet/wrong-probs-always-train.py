# fails: next_probs, mode afterwards
# because: Afterwards the model is always put into training; it must get back the mode that it had before.
# batch: 2
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    model.train(False)
    with torch.no_grad():
        p = F.softmax(model(torch.tensor(context, device=check.device)[None]), dim=-1)
    model.train(True)
    return p.squeeze(0)
