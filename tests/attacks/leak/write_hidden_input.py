"""Write the data of a hidden case into files: the working folder, the notebook, outside.

cell: solution-bn-train
where: after
"""
import glob

honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        for path in ("hidden.txt", "../hidden.txt", "/tmp/hidden.txt", CANARY_WRITE, *glob.glob("*.ipynb")):
            try:
                with open(path, "a") as file:
                    file.write("LOOT: " + str(x.tolist()))
            except OSError:
                pass
    return honest_bn_train(x, g, b)
