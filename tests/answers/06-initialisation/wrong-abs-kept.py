# because: abs_() makes the caller's activations positive for good, the later histogram has no left half any more; abs() leaves the argument alone.
# batch: 1
# told: true author saturation: h changed in place
# %% solution-saturation
def saturation(h):
    sizes = h.abs_()
    return sizes.gt(0.97).double().mean()
