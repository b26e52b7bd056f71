# because: switches requires_grad only; the frozen children stay in training mode and their running statistics drift
# batch: 7
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        child.requires_grad_(name in but)
