# fails: *
# because: Only the attribute model.training is set, not train(False) called: in a Sequential the layers never hear of it and BatchNorm stays in training.
# batch: 1
# told: true author next_probs, the attribute set
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    was = model.training
    model.training = False
    with torch.no_grad():
        logits = model(torch.tensor(context, device=check.device).unsqueeze(0))
    model.training = was
    return logits.softmax(-1).squeeze(0)
