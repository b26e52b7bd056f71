# fails: *
# because: The numbers of elements are compared instead of the shapes, so a tensor of another shape but as many numbers is taken over.
# batch: 2
# told: true author transplant: numbers of entries compared, not reshaped
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    out = OrderedDict()
    for name in target:
        if name in source and source[name].numel() == target[name].numel():
            out[name] = source[name].clone()
        else:
            out[name] = target[name].clone()
    return out
