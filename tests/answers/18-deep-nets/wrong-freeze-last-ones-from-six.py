# because: thaws everything from the first named child on (as if `but` named where fine-tuning begins): children after it that are not in `but` are free too
# batch: 6
# told: true author freeze: all from the first named one on
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    thawed = False
    for name, child in model.named_children():
        if name in but:
            thawed = True
        child.requires_grad_(thawed)
        child.train(thawed)
