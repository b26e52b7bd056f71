# fails: freeze: a new head
# because: Only requires_grad is switched off; BatchNorm's running statistics still drift, because the frozen children stay in training mode.
# batch: 2
# told: true author freeze: buffers not frozen
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        child.requires_grad_(name in but)
