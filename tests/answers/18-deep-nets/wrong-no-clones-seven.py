# because: hands over the very tensors of source and target, no copies
# batch: 7
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = {}
    for name, tensor in target.items():
        if name in source and source[name].shape == tensor.shape:
            new[name] = source[name]
        else:
            new[name] = tensor
    return new
