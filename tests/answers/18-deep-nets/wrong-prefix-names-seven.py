# because: names are compared by their beginning (startswith), so "block" in `but` frees "block2" too
# batch: 7
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for child in model.children():
        child.eval()
    for name, p in model.named_parameters():
        p.requires_grad = any(name.startswith(b) for b in but)
    for name, child in model.named_children():
        if any(name.startswith(b) for b in but):
            child.train()
