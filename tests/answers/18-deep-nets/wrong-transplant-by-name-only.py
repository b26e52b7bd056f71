# fails: transplant
# because: The source's tensor is taken whenever the name fits; the shape must be the same too, a head for other classes stays as it is.
# batch: 2
# told: true author transplant: shapes not compared
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    return {name: (source[name] if name in source else own).clone() for name, own in target.items()}
