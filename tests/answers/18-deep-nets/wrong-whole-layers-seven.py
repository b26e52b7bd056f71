# because: decides layer by layer: if one tensor of a layer does not fit, the layer's other tensors (the bias) stay the target's too
# batch: 7
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    # a layer = everything before the last dot
    bad = set()
    for name in target:
        layer = name.rsplit(".", 1)[0]
        if name not in source or source[name].shape != target[name].shape:
            bad.add(layer)
    return {name: (target[name] if name.rsplit(".", 1)[0] in bad else source[name]).clone() for name in target}
