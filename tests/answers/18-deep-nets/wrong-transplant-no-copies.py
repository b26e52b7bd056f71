# fails: *
# because: The tensors themselves are handed on, so source and target share memory; copies (clone) were asked for.
# batch: 2
# told: true author transplant: no copies
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = dict(target)
    fitting = {k: v for k, v in source.items() if k in target and v.shape == target[k].shape}
    new.update(fitting)
    return new
