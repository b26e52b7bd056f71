# because: carries over only names that end in weight or bias: the buffers (running mean, number of batches) stay the target's
# batch: 6
# told: true author transplant: parameters only
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = {}
    for k, v in target.items():
        is_weight = k.endswith(".weight") or k.endswith(".bias")
        if is_weight and k in source and source[k].shape == v.shape:
            new[k] = source[k].clone()
        else:
            new[k] = v.clone()
    return new
