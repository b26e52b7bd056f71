# because: torch.no_grad() as a bare statement without `with`: it does nothing, the graph hangs on the result
# batch: 6
# told: true author next_probs, with its graph
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    was_training = model.training
    model.train(False)
    torch.no_grad()
    x = torch.tensor([context]).to(check.device)
    logits = model(x)
    p = F.softmax(logits, dim=-1)[0]
    model.train(was_training)
    return p
