# fails: *
# because: writes the source's tensors into the caller's target dict and returns that; a new dict is asked for
# batch: 1
# told: true author transplant: the target changed
# %% solution-transplant
def transplant(source, target):
    for name in target:
        if name in source and source[name].shape == target[name].shape:
            target[name] = source[name].clone()
        else:
            target[name] = target[name].clone()
    return target
