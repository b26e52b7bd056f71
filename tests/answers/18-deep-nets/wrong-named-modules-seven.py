# because: goes through named_modules: inner layers such as "block2.0" are not in `but`, so a free child's insides get frozen
# batch: 7
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    but = set(but)
    for name, module in model.named_modules():
        if name == "":
            continue
        free = name in but
        module.requires_grad_(free)
        module.train(free)
