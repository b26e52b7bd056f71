# because: only freezes: a child that an earlier call froze is not made free again
# batch: 7
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        if name in but:
            continue
        child.requires_grad_(False)
        child.eval()
