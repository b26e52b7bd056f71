# fails: rate
# because: The rates are made in float64; they are asked for in float32.
# batch: 1
# told: true author rate: in double precision
# %% solution-rate
import numpy as np

rate = torch.from_numpy(1.0 / 10000.0 ** (np.arange(0, d, 2) / d))
