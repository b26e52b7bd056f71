# fails: out_shape: stride
# because: The student counts the last window that does not fit as well (rounds up); what remains to walk is rounded down.
# batch: 2
# told: true author size: rounded up
# %% solution-size
import math


def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    return tuple(math.ceil((n + 2 * pad - k) / stride) + 1 for n, k in zip(size, kernel))
