# fails: freeze: head and last block
# because: compares the beginnings of parameter names, so that "block" matches "block2" or the other way round; names count as a whole
# batch: 1
# told: true author freeze: the beginnings of names
# %% solution-freeze
def freeze(model, but):
    for name, child in model.named_children():
        free = any(b.startswith(name) for b in but)
        child.requires_grad_(free)
        child.train(free)
