# because: switches requires_grad off on the model's parameters and never on again: training cannot go on after a question
# batch: 6
# told: true author next_probs, the parameters frozen for good
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode = model.training
    model.train(False)
    for p in model.parameters():
        p.requires_grad_(False)  # no graph
    x = torch.tensor(context, device=check.device)[None, :]
    logits = model(x).detach()
    model.train(mode)
    return torch.softmax(logits, 1)[0]
