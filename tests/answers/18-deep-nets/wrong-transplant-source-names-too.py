# fails: transplant
# because: The result also has the names that only the source has (the decoder); only the target's names belong in.
# batch: 2
# told: true author transplant: everything from the source
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    result = {k: v.clone() for k, v in target.items()}
    for k, v in source.items():
        if k not in target or target[k].shape == v.shape:
            result[k] = v.clone()
    return result
