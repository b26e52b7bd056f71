"""Search all texts and bytes that live in the process for cells that have not run yet.

expect: unharmed
"""
import gc

later = "_".join(["solution", "back", "affine"]).replace("_", "-"), "".join(["dinv", "_std"])
for thing in gc.get_objects():
    inside = list(thing.values()) + list(thing) if type(thing) is dict else list(thing) if type(thing) in (list, tuple, set) else []
    for value in inside:
        text = value.decode("latin1") if type(value) is bytes else value
        if type(text) is str and text not in later and any(word in text for word in later):
            print("LOOT:", text[:300])
