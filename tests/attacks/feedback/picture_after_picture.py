"""Show more pictures and outputs than a page can hold, each small enough.

"""
import io

import matplotlib.pyplot as plt
import torch
from IPython.display import Image, display

file = io.BytesIO()
plt.imsave(file, torch.rand(60, 60))
for _ in range(500):
    display(Image(data=file.getvalue()))
    print("x" * 1000)
