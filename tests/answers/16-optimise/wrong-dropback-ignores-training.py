# fails: dropout_backward, in use
# because: The mask is applied also when not training; in use dropout passes everything on, and so does its way back (the mask may even be None).
# batch: 2
# told: true code argument never used
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    # d(x * mask / (1-p)) / dx
    return dout * mask.to(dout.dtype) / (1 - p)
