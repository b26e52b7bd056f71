# because: carries over a layer only if all its tensors fit: one tensor of another shape or missing in the source keeps the whole layer the target's own
# batch: 6
# told: true author transplant: whole layers only
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    def fits(name):
        return name in source and source[name].shape == target[name].shape

    def layer(name):
        return name.rpartition(".")[0]

    # a layer with half of its tensors replaced makes no sense
    broken = {layer(name) for name in target if not fits(name)}
    return {
        name: (target[name] if layer(name) in broken else source[name]).clone()
        for name in target
    }
