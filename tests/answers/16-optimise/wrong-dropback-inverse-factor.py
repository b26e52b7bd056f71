# fails: dropout_backward, in training
# because: The student undoes the scaling and multiplies by 1 - p; the derivative of x/(1 - p) is 1/(1 - p), the same factor as forwards.
# batch: 2
# told: true author dropout-back: undone
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if not training:
        return dout
    dx = dout * mask
    return dx * (1 - p)
