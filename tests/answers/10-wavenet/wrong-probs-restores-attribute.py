# fails: *
# because: Evaluation is set with train(False), but at the end only model.training is put back: the layers inside stay in evaluation; it takes model.train(was).
# batch: 1
# told: true author next_probs, the attribute restored
# %% solution-probs
@torch.no_grad()
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode_before = model.training
    model.train(False)
    x = torch.tensor([context]).to(check.device)
    p = F.softmax(model(x)[0], dim=0)
    model.training = mode_before
    return p
