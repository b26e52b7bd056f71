# fails: freeze: thawed later
# because: Everything is put into eval mode first and only the parameters of the free children are switched on again; the free ones must be back in training mode as well.
# batch: 2
# told: true author freeze: the whole model in eval mode
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    model.eval()
    model.requires_grad_(False)
    for name, child in model.named_children():
        if name in but:
            for p in child.parameters():
                p.requires_grad = True
