# fails: *
# because: puts the source's own tensors into the new dict; copies are asked for, or both networks share them
# batch: 1
# told: true author transplant: no copies
# %% solution-transplant
def transplant(source, target):
    out = {}
    for name, own in target.items():
        other = source.get(name)
        if other is not None and other.shape == own.shape:
            out[name] = other
        else:
            out[name] = own
    return out
