# because: sets model.training directly instead of using train: layers inside stay in training
# batch: 6
# told: true author next_probs, the attribute set
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before = model.training
    model.training = False
    with torch.no_grad():
        logits = model(torch.tensor(context, device=check.device).unsqueeze(0))
    model.training = before
    return F.softmax(logits.squeeze(0), dim=0)
