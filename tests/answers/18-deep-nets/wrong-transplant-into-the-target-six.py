# because: writes the source's tensors into the dict `target` itself and returns it: an argument is changed, and the target's own tensors are no copies
# batch: 6
# told: true author transplant: the target changed
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    for name, tensor in source.items():
        if name in target and target[name].shape == tensor.shape:
            target[name] = tensor.clone()
    return target
