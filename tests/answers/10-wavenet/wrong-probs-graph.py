# fails: next_probs, graph on the result
# because: The mode is handled, but no_grad is missing: the answer hangs on the graph of the model's parameters.
# batch: 1
# told: true author next_probs, with its graph
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before = model.training
    model.train(False)
    try:
        answer = model(torch.tensor([context], device=check.device)).softmax(1)[0]
    finally:
        model.train(before)
    return answer
