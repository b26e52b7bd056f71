# because: takes 'copy_ raises no error' for 'same shape': copy_ broadcasts, so a source tensor of shape (3,) or (1, 3) fills a target of shape (2, 3)
# batch: 6
# told: true author transplant: what can be broadcast
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    result = {name: t.clone() for name, t in target.items()}
    for name in result:
        if name in source:
            try:
                result[name].copy_(source[name])
            except RuntimeError:
                pass  # another shape: stays as it is
    return result
