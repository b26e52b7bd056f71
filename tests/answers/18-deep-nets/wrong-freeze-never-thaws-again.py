# fails: freeze: thawed later
# because: The function only freezes; children in `but` that were frozen before must be made free again, parameters and mode.
# batch: 2
# told: true author freeze: never thawed
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        if name not in but:
            child.requires_grad_(False)
            child.eval()
