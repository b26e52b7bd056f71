# because: decides by whether there is a mask, and ignores training: in use with a mask given it still drops and scales
# batch: 6
# told: true code argument never used
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if mask is None:
        # there was no dropout
        return dout * 1.0
    return dout * mask / (1.0 - p)
