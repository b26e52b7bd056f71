"""Show the data of a hidden case as an output, a picture, an update of an earlier output, a widget.

cell: solution-bn-train
where: after
"""
import matplotlib.pyplot as plt
from IPython.display import display

early = display("nothing yet", display_id=True)
honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        display(f"LOOT: {x.tolist()}")
        early.update(f"LOOT: {x.tolist()}")
        plt.imshow(x)
        plt.title(f"LOOT: {x.tolist()}")
        plt.show()
        get_ipython().run_cell(f'"LOOT: {x.tolist()}"')
    return honest_bn_train(x, g, b)
