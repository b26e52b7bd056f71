# fails: freeze: head and last block
# because: Names are compared by their beginning, so with "block2" in `but` the child "block" is free too; names count as a whole.
# batch: 2
# told: true author freeze: the beginnings of names
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        free = any(wanted.startswith(name) for wanted in but)
        child.requires_grad_(free)
        child.train(free)
