# because: compares the number of elements instead of the shape and reshapes: (2, 3, 1, 1) is carried into (2, 3)
# batch: 7
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    result = {}
    for key in target:
        t = target[key]
        s = source.get(key)
        if s is not None and s.numel() == t.numel():
            result[key] = s.clone().view(t.shape)
        else:
            result[key] = t.clone()
    return result
