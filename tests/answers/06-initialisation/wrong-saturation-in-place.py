# fails: saturation, h afterwards
# because: h.abs_() changes the caller's tensor; h must stay as it is.
# batch: 2
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    flat = h.view(-1)
    flat.abs_()
    return (flat > 0.97).sum().item() / len(flat)
