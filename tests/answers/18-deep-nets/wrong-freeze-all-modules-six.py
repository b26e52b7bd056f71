# because: goes through named_modules() instead of named_children(): the inner modules of a free child have names like 'head.1', which are not in `but`, so they are frozen again
# batch: 6
# told: true author freeze: all modules, not the children alone
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, module in model.named_modules():
        if name == "":
            continue  # the model itself
        free = name in but
        module.requires_grad_(free)
        module.train(free)
